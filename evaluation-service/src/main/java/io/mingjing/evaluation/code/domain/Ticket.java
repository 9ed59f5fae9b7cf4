package io.mingjing.evaluation.code.domain;

import java.time.LocalDate;

/**
 * A one-time ticket (一次性评价票): what the server signs into the form when a place code is scanned. It is kept nowhere;
 * the first rating spends it.
 *
 * @param tokenId 16 random bytes
 * @param number number of the posted code
 * @param day civil day of the scan, Asia/Shanghai; nothing finer
 */
public record Ticket(byte[] tokenId, int number, LocalDate day) {

    public Ticket {
        tokenId = tokenId.clone();
        if (tokenId.length != VisitCode.TOKEN_BYTES) {
            throw new IllegalArgumentException("not a ticket");
        }
    }

    @Override
    public byte[] tokenId() {
        return tokenId.clone();
    }

    /** Last day on which it is good: as long as a visit's code. */
    public LocalDate expDay() {
        return CodeLife.expDay(day);
    }

    /** Says nothing: a ticket never reaches a log by accident. */
    @Override
    public String toString() {
        return "Ticket[]";
    }
}
