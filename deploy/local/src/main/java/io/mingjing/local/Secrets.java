package io.mingjing.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;

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
        return keep(name, random -> Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** A file with one line, a name and 64 hexadecimal digits: the key that wraps keys (密钥加密密钥), outside any database. */
    public Path keyFile(String name) {
        keep(name, random -> "local " + HexFormat.of().formatHex(random) + "\n");
        return directory.resolve(name).toAbsolutePath();
    }

    /** The keys of the demo's city office. */
    public OfficeKeys officeKeys() {
        return OfficeKeys.in(directory.resolve("city-office"));
    }

    private synchronized String keep(String name, Function<byte[], String> form) {
        Path file = directory.resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            byte[] random = new byte[BYTES];
            RANDOM.nextBytes(random);
            String secret = form.apply(random);
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
