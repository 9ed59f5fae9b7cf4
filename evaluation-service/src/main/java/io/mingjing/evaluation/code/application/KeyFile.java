package io.mingjing.evaluation.code.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The key-encryption keys as their file names them: a line for each, {@code <id> <64 hexadecimal digits>}, empty lines
 * and lines with {@code #} aside; the last one wraps what is new.
 */
record KeyFile(Map<String, byte[]> keys, String active) {

    /** @throws IOException where the file cannot be read or is not one; the message carries no key */
    static KeyFile read(Path file) throws IOException {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        String last = "";
        for (String line : Files.readAllLines(file)) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            int space = text.indexOf(' ');
            if (space < 0 || !text.substring(space + 1).matches("[0-9a-fA-F]{64}")) {
                throw new IOException("a line is not '<id> <64 hexadecimal digits>'");
            }
            last = text.substring(0, space);
            keys.put(last, HexFormat.of().parseHex(text.substring(space + 1)));
        }
        if (keys.isEmpty()) {
            throw new IOException("there is no key in it");
        }
        return new KeyFile(keys, last);
    }

    @Override
    public String toString() {
        return "KeyFile" + keys.keySet();
    }
}
