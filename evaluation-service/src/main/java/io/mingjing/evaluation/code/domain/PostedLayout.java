package io.mingjing.evaluation.code.domain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The fixed layout of a place code: version, key id, number, MAC; short, because it is printed and read from afar. */
public final class PostedLayout {

    private static final byte VERSION = 2;
    private static final int SIGNED = 2 + 4;
    private static final int LONGEST = 40;

    private PostedLayout() {}

    /** A text taken apart, not yet checked. */
    public record Parts(int kid, byte[] signed, byte[] mac, int number) {

        @Override
        public String toString() {
            return "Parts[]";
        }
    }

    /** The bytes that the MAC covers. */
    public static byte[] signed(int kid, int number) {
        return ByteBuffer.allocate(SIGNED)
                .put(VERSION)
                .put((byte) kid)
                .putInt(number)
                .array();
    }

    public static String text(byte[] signed, byte[] mac) {
        return CodeText.of(signed, mac);
    }

    /** Takes a text apart; empty where it cannot be a place code. */
    public static Optional<Parts> parse(String text) {
        return CodeText.bytes(text, LONGEST)
                .filter(all -> all.length == SIGNED + CodeLayout.MAC_BYTES && all[0] == VERSION)
                .map(all -> new Parts(
                        Byte.toUnsignedInt(all[1]),
                        Arrays.copyOf(all, SIGNED),
                        Arrays.copyOfRange(all, SIGNED, all.length),
                        ByteBuffer.wrap(all).getInt(2)));
    }
}
