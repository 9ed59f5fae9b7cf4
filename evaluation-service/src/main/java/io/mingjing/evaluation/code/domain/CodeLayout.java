package io.mingjing.evaluation.code.domain;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The fixed binary layout of a code: version, key id, rater type, expiry day, window, token id, number of matters,
 * matters, MAC; as base64url. Nothing in it chooses an algorithm, and one code has one spelling only.
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
        bytes.put(VERSION).put((byte) kid).put((byte) code.raterType().ordinal());
        bytes.putShort((short) (code.expDay().toEpochDay() - FIRST_DAY.toEpochDay()));
        bytes.putInt(code.window()).put(code.tokenId()).put((byte)
                code.matters().size());
        code.matters().forEach(bytes::putInt);
        return bytes.array();
    }

    public static String text(byte[] signed, byte[] mac) {
        byte[] all = ByteBuffer.allocate(signed.length + mac.length)
                .put(signed)
                .put(mac)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Takes a text apart; empty where it cannot be a code. */
    public static Optional<Parts> parse(String text) {
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        // The decoder overlooks padding and the unused bits of the last character; a second spelling is a forgery.
        boolean ours =
                Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(text)
                        && all.length > HEAD + MAC_BYTES
                        && all[0] == VERSION
                        && all.length == HEAD + 4 * all[HEAD - 1] + MAC_BYTES;
        return ours ? read(all) : Optional.empty();
    }

    private static Optional<Parts> read(byte[] all) {
        ByteBuffer bytes = ByteBuffer.wrap(all, 1, all.length - 1);
        int kid = Byte.toUnsignedInt(bytes.get());
        int raterType = bytes.get();
        LocalDate expDay = FIRST_DAY.plusDays(Short.toUnsignedInt(bytes.getShort()));
        int window = bytes.getInt();
        byte[] token = new byte[VisitCode.TOKEN_BYTES];
        bytes.get(token);
        int count = bytes.get();
        if (raterType < 0 || raterType >= RaterType.values().length || count > VisitCode.MAX_MATTERS) {
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
                kid, signed, mac, new VisitCode(token, window, matters, RaterType.values()[raterType], expDay)));
    }
}
