package io.mingjing.evaluation.contact.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the city office finds in a contact (联系方式) once it has opened it, as the bytes that are sealed: length, lines in
 * UTF-8, zeros up to {@value #BYTES} bytes. First line {@code C}: place, day, level, reasons, number of the leaf, telephone
 * number, how to address the rater. First line {@code K}: the word of a morning's canary and its day.
 */
public final class Letter {

    /** Bytes of every letter. */
    public static final int BYTES = 256;

    private static final int ROOM = BYTES - Short.BYTES;

    private Letter() {}

    /**
     * A rater's contact with the case it belongs to. Reasons that do not fit are left out, the last ones first.
     *
     * @param leafNumber null while the rating is in no leaf
     * @param address how to address the rater, at most 20 characters
     */
    public static byte[] contact(
            String place,
            LocalDate day,
            int level,
            List<String> reasons,
            @Nullable String leafNumber,
            PhoneNumber phone,
            String address) {
        for (int told = reasons.size(); told >= 0; told--) {
            byte[] text = lines(
                    "C",
                    place,
                    day.toString(),
                    Integer.toString(level),
                    String.join(",", reasons.subList(0, told)),
                    leafNumber == null ? "" : leafNumber,
                    phone.digits(),
                    address);
            if (text.length <= ROOM) {
                return padded(text);
            }
        }
        throw new IllegalArgumentException("a contact does not fit its letter");
    }

    /** The canary of a morning. */
    public static byte[] canary(String word, LocalDate day) {
        return padded(lines("K", word, day.toString()));
    }

    private static byte[] lines(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] padded(byte[] text) {
        return ByteBuffer.allocate(BYTES)
                .putShort((short) text.length)
                .put(text)
                .array();
    }
}
