package io.mingjing.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The keys of the demo's city office, made once for a data directory: a root (Ed25519) that signs the office's public key
 * (X25519), and the private key file with which the office opens contacts in its browser. In a real city the office makes
 * them on a machine of its own, and neither private key ever comes near the service; here they lie beside the data because
 * a demo has nowhere else to hand them out, as its people sign in without passwords.
 */
public final class OfficeKeys {

    private static final String ROOT = "root.pub";
    private static final String SIGNED = "office-key.txt";
    private static final String PRIVATE = "office-private-key.pem";
    private static final int RAW = 32;

    private final Path directory;

    private OfficeKeys(Path directory) {
        this.directory = directory;
    }

    /** The keys in a directory, made where there are none yet. */
    public static synchronized OfficeKeys in(Path directory) {
        OfficeKeys keys = new OfficeKeys(directory.toAbsolutePath().normalize());
        try {
            if (!Files.exists(keys.directory)) {
                keys.make();
            }
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Could not make the keys of the office 无法生成市营商办密钥: " + directory, e);
        }
    }

    /** The root's public key, Base64 of 32 bytes: what an installation pins. */
    public String root() {
        try {
            return Files.readString(directory.resolve(ROOT)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The office's public key, signed by the root. */
    public Path signedKey() {
        return directory.resolve(SIGNED);
    }

    /** The office's private key, PEM as browsers read it. */
    public Path privateKey() {
        return directory.resolve(PRIVATE);
    }

    /** In a directory of their own first: a start that is killed in between leaves no half of them. */
    private void make() throws IOException, GeneralSecurityException {
        Files.createDirectories(directory.getParent());
        Path draft = Files.createTempDirectory(
                directory.getParent(),
                "office-keys",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        KeyPair root = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair office = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        write(draft.resolve(ROOT), raw(root.getPublic()) + "\n");
        write(draft.resolve(SIGNED), signed(root, "demo-1", raw(office.getPublic()), "2020-01-01"));
        write(
                draft.resolve(PRIVATE),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getEncoder().encodeToString(office.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Files.move(draft, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file with an office's public key, signed by a root. */
    static String signed(KeyPair root, String id, String publicKey, String validFrom) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(root.getPrivate());
        String text = String.join("\n", List.of("mingjing office key", id, publicKey, validFrom, ""));
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return "id: %s%nx25519: %s%nvalid-from: %s%nsignature: %s%n"
                .formatted(id, publicKey, validFrom, Base64.getEncoder().encodeToString(signature.sign()));
    }

    private static String raw(Key key) {
        byte[] encoded = key.getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
