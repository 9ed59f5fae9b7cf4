package io.mingjing.evaluation.contact.application;

import io.mingjing.evaluation.contact.domain.OfficeKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The city office's public key as its file names it. The root signs the text {@code mingjing office key}, id, key and first
 * day, each on a line that ends in LF (Ed25519, RFC 8032), so that standard tools can make and check it.
 */
final class OfficeKeyFile {

    private static final int BYTES = 32;
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private OfficeKeyFile() {}

    /** Why a key is not used; the message is for the operator. */
    static final class NotTrusted extends Exception {

        private static final long serialVersionUID = 1L;

        NotTrusted(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * @param root the pinned public key of the root, Base64 of 32 bytes
     * @throws NotTrusted where the file cannot be read, is none, or is not signed by the root
     */
    static OfficeKey read(Path file, String root) throws NotTrusted {
        Map<String, String> lines = lines(file);
        String id = value(lines, "id");
        if (!id.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new NotTrusted("the id of the office's key is not 1 to 40 letters, digits, dots, hyphens");
        }
        String key = value(lines, "x25519");
        String validFrom = value(lines, "valid-from");
        byte[] publicKey = bytes("x25519", key, BYTES);
        LocalDate day;
        try {
            day = LocalDate.parse(validFrom);
        } catch (DateTimeException notADay) {
            throw new NotTrusted("valid-from is not a day such as 2026-01-01");
        }
        String signed = "mingjing office key\n" + id + "\n" + key + "\n" + validFrom + "\n";
        if (!verifies(
                bytes("the root", root.strip(), BYTES), signed, bytes("signature", value(lines, "signature"), 64))) {
            throw new NotTrusted("the key of the office is not signed by the pinned root");
        }
        return new OfficeKey(id, publicKey, day);
    }

    private static Map<String, String> lines(Path file) throws NotTrusted {
        Map<String, String> lines = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int colon = line.indexOf(':');
                if (colon > 0
                        && lines.put(
                                        line.substring(0, colon).strip(),
                                        line.substring(colon + 1).strip())
                                != null) {
                    throw new NotTrusted("the file of the office's key names something twice");
                }
            }
            return lines;
        } catch (IOException unreadable) {
            throw new NotTrusted("the file of the office's key cannot be read");
        }
    }

    private static String value(Map<String, String> lines, String name) throws NotTrusted {
        String value = lines.get(name);
        if (value == null || value.isEmpty()) {
            throw new NotTrusted("the file of the office's key lacks " + name);
        }
        return value;
    }

    private static byte[] bytes(String name, String base64, int length) throws NotTrusted {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // the same complaint as for another length
        }
        throw new NotTrusted(name + " is not " + length + " bytes in Base64");
    }

    private static boolean verifies(byte[] root, String text, byte[] signature) throws NotTrusted {
        byte[] encoded = new byte[ED25519.length + root.length];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(root, 0, encoded, ED25519.length, root.length);
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException badKeyOrSignature) {
            return false;
        }
    }
}
