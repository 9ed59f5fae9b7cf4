package io.mingjing.evaluation.code.domain;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The fixed binary layout of a code: version, key id, channel and rater type, expiry day, window, token id,
 * number of matters, matters, MAC; as base64url. Nothing in it chooses an algorithm, and one code has one spelling only.
 */
public final class CodeLayout {

    public static final int MAC_BYTES = 16;

    private static final byte VERSION = 1;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int HEAD = 3 + 2 + 4 + VisitCode.TOKEN_BYTES + 1;
    private static final int MAX_TEXT = 120;

    private CodeLayout() {}

    /** A code taken apart, not yet checked. */
    public record Parts(int kid, byte[] signed, byte[] mac, VisitCode code) {

        @Override
        public String toString() {
            return "Parts[]";
        }
    }

    /** The bytes that the MAC covers. */
    public static byte[] signed(int kid, VisitCode code) {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + 4 * code.matters().size());
        bytes.put(VERSION).put((byte) kid).put(kind(code));
        bytes.putShort(dayNumber(code.expDay()));
        bytes.putInt(code.window()).put(code.tokenId()).put((byte)
                code.matters().size());
        code.matters().forEach(bytes::putInt);
        return bytes.array();
    }

    public static String text(byte[] signed, byte[] mac) {
        return CodeText.of(signed, mac);
    }

    /** Takes a text apart; empty where it cannot be a code. */
    public static Optional<Parts> parse(String text) {
        return CodeText.bytes(text, MAX_TEXT)
                .filter(all -> all.length > HEAD + MAC_BYTES
                        && all[0] == VERSION
                        && all.length == HEAD + 4 * all[HEAD - 1] + MAC_BYTES)
                .flatMap(CodeLayout::read);
    }

    static short dayNumber(LocalDate day) {
        return (short) (day.toEpochDay() - FIRST_DAY.toEpochDay());
    }

    static LocalDate day(short number) {
        return FIRST_DAY.plusDays(Short.toUnsignedInt(number));
    }

    /** Rater type in the lower half, channel in the upper one: 0 is the QR code. */
    private static byte kind(VisitCode code) {
        int channel = code.channel() == Channel.QR ? 0 : code.channel().pf();
        return (byte) (channel << 4 | code.raterType().ordinal());
    }

    /** Empty where there is no such channel; the QR code's own number would be a second spelling of 0. */
    private static Optional<Channel> channel(int number) {
        return number == 0
                ? Optional.of(Channel.QR)
                : Arrays.stream(Channel.values())
                        .filter(channel -> channel.pf() == number && channel != Channel.QR)
                        .findFirst();
    }

    private static Optional<Parts> read(byte[] all) {
        ByteBuffer bytes = ByteBuffer.wrap(all, 1, all.length - 1);
        int kid = Byte.toUnsignedInt(bytes.get());
        int kind = Byte.toUnsignedInt(bytes.get());
        Optional<Channel> channel = channel(kind >> 4);
        int raterType = kind & 0xF;
        LocalDate expDay = day(bytes.getShort());
        int window = bytes.getInt();
        byte[] token = new byte[VisitCode.TOKEN_BYTES];
        bytes.get(token);
        int count = bytes.get();
        if (channel.isEmpty() || raterType >= RaterType.values().length || count > VisitCode.MAX_MATTERS) {
            return Optional.empty();
        }
        List<Integer> matters = new ArrayList<>();
        for (int matter = 0; matter < count; matter++) {
            matters.add(bytes.getInt());
        }
        byte[] mac = new byte[MAC_BYTES];
        bytes.get(mac);
        byte[] signed = Arrays.copyOf(all, all.length - MAC_BYTES);
        return Optional.of(new Parts(
                kid,
                signed,
                mac,
                new VisitCode(token, window, matters, RaterType.values()[raterType], expDay, channel.get())));
    }
}
