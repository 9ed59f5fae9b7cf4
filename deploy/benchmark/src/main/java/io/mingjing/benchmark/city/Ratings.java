package io.mingjing.benchmark.city;

import io.mingjing.benchmark.load.Requests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Ratings of registered visits, each as the JSON that a program posts to {@code /r}: real codes, levels, reasons, notes
 * and a nonce of its own. Held so that millions fit into memory.
 */
public final class Ratings {

    private static final int FIRST = 1 << 16;

    private final byte[][] notes;
    private final List<byte[]> codes = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();
    private final List<byte[]> matters = new ArrayList<>();
    private final byte[] scratch = new byte[2_048];
    private final String run;
    private int size;
    private int[] visit = new int[FIRST];
    private byte[] matter = new byte[FIRST];
    private byte[] level = new byte[FIRST];
    private short[] reason = new short[FIRST];
    private byte[] note = new byte[FIRST];

    /** @param run makes the nonces of this run its own; letters and digits */
    public Ratings(String run) {
        this.run = run;
        this.notes = new byte[4][];
        for (int number = 0; number < notes.length; number++) {
            notes[number] = (",\"note\":\"" + Mood.words(number) + "\"").getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Takes a visit's code up; answers the number that {@link #add} names it by.
     *
     * @param origin what {@link #origin} is to answer for its ratings
     */
    public int visit(byte[] code, int origin) {
        codes.add(code);
        origins.add(origin);
        return codes.size() - 1;
    }

    /** Rates one matter of a visit as chance will have it. */
    public void add(int visitNumber, String matterCode, SplittableRandom chance) {
        if (size == visit.length) {
            visit = Arrays.copyOf(visit, size * 2);
            matter = Arrays.copyOf(matter, size * 2);
            level = Arrays.copyOf(level, size * 2);
            reason = Arrays.copyOf(reason, size * 2);
            note = Arrays.copyOf(note, size * 2);
        }
        visit[size] = visitNumber;
        matter[size] = (byte) numberOf(matterCode);
        level[size] = (byte) Mood.level(chance);
        reason[size] = (short) Mood.reason(level[size], chance);
        note[size] = (byte) Mood.note(chance);
        size++;
    }

    public int size() {
        return size;
    }

    /** All of them, as requests to the service on a port. */
    public Requests to(int port) {
        byte[] head = ("POST /r HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: ")
                .getBytes(StandardCharsets.US_ASCII);
        return new Requests() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public void write(int number, ByteBuffer into) {
                Ratings.this.write(head, number, into);
            }
        };
    }

    /** Where the rating's visit comes from. */
    public int origin(int rating) {
        return origins.get(visit[rating]);
    }

    public byte[] code(int rating) {
        return codes.get(visit[rating]);
    }

    public String matter(int rating) {
        return new String(matters.get(matter[rating]), StandardCharsets.US_ASCII);
    }

    public int level(int rating) {
        return level[rating];
    }

    private void write(byte[] head, int number, ByteBuffer into) {
        int at = put(0, "{\"code\":\"");
        at = put(at, codes.get(visit[number]));
        at = put(at, "\",\"matter\":\"");
        at = put(at, matters.get(matter[number]));
        at = put(at, "\",\"level\":");
        scratch[at++] = (byte) ('0' + level[number]);
        at = put(at, ",\"reasons\":[");
        if (reason[number] > 0) {
            at = put(at, "\"");
            at = digits(at, reason[number]);
            at = put(at, "\"");
        }
        at = put(at, "]");
        at = note[number] < 0 ? at : put(at, notes[note[number]]);
        at = put(at, ",\"nonce\":\"bench-");
        at = put(at, run);
        at = put(at, "-");
        at = digits(at, 1_000_000_000 + number);
        at = put(at, "\"}");
        into.put(head);
        int length = at;
        int end = digits(length, length);
        into.put(scratch, length, end - length).put(END_OF_HEAD).put(scratch, 0, length);
    }

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private int numberOf(String matterCode) {
        byte[] code = matterCode.getBytes(StandardCharsets.US_ASCII);
        for (int number = 0; number < matters.size(); number++) {
            if (Arrays.equals(matters.get(number), code)) {
                return number;
            }
        }
        matters.add(code);
        return matters.size() - 1;
    }

    private int put(int at, byte[] bytes) {
        System.arraycopy(bytes, 0, scratch, at, bytes.length);
        return at + bytes.length;
    }

    @SuppressWarnings("deprecation") // the quick way to copy characters that are all ASCII
    private int put(int at, String ascii) {
        ascii.getBytes(0, ascii.length(), scratch, at);
        return at + ascii.length();
    }

    private int digits(int at, int number) {
        int length = 1;
        for (int rest = number; rest >= 10; rest /= 10) {
            length++;
        }
        for (int place = at + length - 1; place >= at; place--) {
            scratch[place] = (byte) ('0' + number % 10);
            number /= 10;
        }
        return at + length;
    }
}
