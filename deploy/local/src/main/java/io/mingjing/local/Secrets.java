package io.mingjing.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets, each made once and kept in a file of its own that only its owner may read. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final Path directory;

    public Secrets(Path directory) {
        this.directory = directory;
    }

    /** Letters and digits, with - and _. */
    public String word(String name) {
        return keep(name, Base64.getUrlEncoder().withoutPadding());
    }

    /** A file with 32 random bytes as one Base64 word: the key that wraps keys (密钥加密密钥), outside any database. */
    public Path keyFile(String name) {
        keep(name, Base64.getEncoder());
        return directory.resolve(name).toAbsolutePath();
    }

    private synchronized String keep(String name, Base64.Encoder form) {
        Path file = directory.resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            byte[] random = new byte[BYTES];
            RANDOM.nextBytes(random);
            String secret = form.encodeToString(random);
            Path draft = Files.createTempFile(
                    directory,
                    name,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, secret);
            Files.move(draft, file);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep a secret 无法保存密钥: " + file, e);
        }
    }
}
