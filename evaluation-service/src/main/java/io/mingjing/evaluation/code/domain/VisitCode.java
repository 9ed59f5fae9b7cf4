package io.mingjing.evaluation.code.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a visit's code (评价码) says. It carries no time of issue.
 *
 * @param tokenId 16 bytes: the visit's tag
 * @param window number of the window
 * @param matters numbers of the matters, at most {@value #MAX_MATTERS}
 * @param raterType as the visit says
 * @param expDay last day on which it is good
 * @param channel on which it was handed out; the same visit on another channel has the same token id
 */
public record VisitCode(
        byte[] tokenId, int window, List<Integer> matters, RaterType raterType, LocalDate expDay, Channel channel) {

    public static final int MAX_MATTERS = 10;
    public static final int TOKEN_BYTES = 16;

    public VisitCode {
        tokenId = tokenId.clone();
        matters = List.copyOf(matters);
        if (tokenId.length != TOKEN_BYTES || matters.isEmpty() || matters.size() > MAX_MATTERS || !carries(channel)) {
            throw new IllegalArgumentException("not a visit code");
        }
    }

    /** Whether codes are handed out on a channel: on the national ones; what is imported has no code. */
    public static boolean carries(Channel channel) {
        return channel.pf() < Channel.TELEPHONE.pf();
    }

    /** A code that is handed out as a QR code. */
    public VisitCode(byte[] tokenId, int window, List<Integer> matters, RaterType raterType, LocalDate expDay) {
        this(tokenId, window, matters, raterType, expDay, Channel.QR);
    }

    @Override
    public byte[] tokenId() {
        return tokenId.clone();
    }

    /** The same visit's code for another channel: rated on one, it is rated on all. */
    public VisitCode on(Channel other) {
        return new VisitCode(tokenId, window, matters, raterType, expDay, other);
    }

    public LocalDate visitDay() {
        return CodeLife.visitDay(expDay);
    }

    /** Says nothing: a code never reaches a log by accident. */
    @Override
    public String toString() {
        return "VisitCode[]";
    }
}
