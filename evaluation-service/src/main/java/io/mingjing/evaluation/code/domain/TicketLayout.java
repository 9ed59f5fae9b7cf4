package io.mingjing.evaluation.code.domain;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The fixed layout of a ticket: version, key id, token id, number of the posted code, day of the scan, MAC. */
public final class TicketLayout {

    private static final byte VERSION = 3;
    private static final int SIGNED = 2 + VisitCode.TOKEN_BYTES + 4 + 2;
    private static final int LONGEST = 60;

    private TicketLayout() {}

    /** A text taken apart, not yet checked. */
    public record Parts(int kid, byte[] signed, byte[] mac, Ticket ticket) {

        @Override
        public String toString() {
            return "Parts[]";
        }
    }

    /** The bytes that the MAC covers. */
    public static byte[] signed(int kid, Ticket ticket) {
        return ByteBuffer.allocate(SIGNED)
                .put(VERSION)
                .put((byte) kid)
                .put(ticket.tokenId())
                .putInt(ticket.number())
                .putShort(CodeLayout.dayNumber(ticket.day()))
                .array();
    }

    public static String text(byte[] signed, byte[] mac) {
        return CodeText.of(signed, mac);
    }

    /** Takes a text apart; empty where it cannot be a ticket. */
    public static Optional<Parts> parse(String text) {
        return CodeText.bytes(text, LONGEST)
                .filter(all -> all.length == SIGNED + CodeLayout.MAC_BYTES && all[0] == VERSION)
                .map(TicketLayout::read);
    }

    private static Parts read(byte[] all) {
        ByteBuffer bytes = ByteBuffer.wrap(all, 1, all.length - 1);
        int kid = Byte.toUnsignedInt(bytes.get());
        byte[] token = new byte[VisitCode.TOKEN_BYTES];
        bytes.get(token);
        Ticket ticket = new Ticket(token, bytes.getInt(), CodeLayout.day(bytes.getShort()));
        return new Parts(kid, Arrays.copyOf(all, SIGNED), Arrays.copyOfRange(all, SIGNED, all.length), ticket);
    }
}
