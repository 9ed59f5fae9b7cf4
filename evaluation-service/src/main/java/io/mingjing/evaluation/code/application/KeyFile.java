package io.mingjing.evaluation.code.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The key-encryption keys as their file names them: a line for each, {@code <id> <32 bytes in hexadecimal or Base64>},
 * the id left out where there is one key only; empty lines and lines with {@code #} aside. The last one wraps what is
 * new.
 */
record KeyFile(Map<String, byte[]> keys, String active) {

    private static final String ONLY = "kek";
    private static final int BYTES = 32;

    /** @throws IOException where the file cannot be read or is not one; the message carries no key */
    static KeyFile read(Path file) throws IOException {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        String last = ONLY;
        for (String line : Files.readAllLines(file)) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                int space = text.indexOf(' ');
                last = space < 0 ? ONLY : text.substring(0, space);
                keys.put(last, key(text.substring(space + 1)));
            }
        }
        if (keys.isEmpty()) {
            throw new IOException("there is no key in it");
        }
        return new KeyFile(keys, last);
    }

    private static byte[] key(String text) throws IOException {
        String word = text.strip();
        if (word.matches("[0-9a-fA-F]{64}")) {
            return HexFormat.of().parseHex(word);
        }
        try {
            byte[] key = Base64.getDecoder().decode(word);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // the same complaint as for a key of another length
        }
        throw new IOException("a line is not '<id> <32 bytes in hexadecimal or Base64>'");
    }

    boolean isSameAs(KeyFile other) {
        return active.equals(other.active)
                && keys.keySet().equals(other.keys.keySet())
                && keys.entrySet().stream()
                        .allMatch(key -> Arrays.equals(key.getValue(), other.keys.get(key.getKey())));
    }

    @Override
    public String toString() {
        return "KeyFile" + keys.keySet();
    }
}
