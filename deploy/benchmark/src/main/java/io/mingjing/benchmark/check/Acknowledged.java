package io.mingjing.benchmark.check;

import io.mingjing.benchmark.load.Answers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The log of what was acknowledged: a line for each, the number of the rating and its receipt code. */
public final class Acknowledged implements Answers, AutoCloseable {

    private static final byte[] RECEIPT = "\"receipt\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 20;

    private final Path file;
    private final OutputStream lines;
    private final byte[] line = new byte[64];

    public Acknowledged(Path file) {
        this.file = file;
        try {
            this.lines = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** One rating that was acknowledged. */
    public record Entry(int rating, String receipt) {}

    @Override
    public void heard(int request, int status, byte[] buffer, int from, int to) {
        if (status / 100 != 2) {
            return;
        }
        int start = receiptIn(buffer, from, to);
        if (start < 0) {
            throw new IllegalStateException(
                    "acknowledged without a receipt: " + new String(buffer, from, to - from, StandardCharsets.UTF_8));
        }
        int at = 0;
        for (int place = 1_000_000_000; place > 0; place /= 10) {
            line[at++] = (byte) ('0' + request / place % 10);
        }
        line[at++] = ' ';
        for (int letter = start; buffer[letter] != '"'; letter++) {
            line[at++] = buffer[letter];
        }
        line[at++] = '\n';
        try {
            lines.write(line, 0, at);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** What the log says so far, read from the file. */
    public Stream<Entry> entries() {
        try {
            lines.flush();
            return Files.lines(file, StandardCharsets.US_ASCII)
                    .map(text -> new Entry(Integer.parseInt(text.substring(0, 10)), text.substring(11)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static int receiptIn(byte[] buffer, int from, int to) {
        for (int at = from; at < to - RECEIPT.length; at++) {
            int match = 0;
            while (match < RECEIPT.length && buffer[at + match] == RECEIPT[match]) {
                match++;
            }
            if (match == RECEIPT.length) {
                return at + match;
            }
        }
        return -1;
    }
}
