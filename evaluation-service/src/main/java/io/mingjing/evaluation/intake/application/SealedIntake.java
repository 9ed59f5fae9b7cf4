package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.SealedRating;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The one way in for whatever becomes a rating: sealed, then durable, then answered. */
@Singleton
public class SealedIntake {

    /** What became of a rating. */
    public enum Taken {
        /** It is durable now. */
        FRESH,
        /** It was durable before, under the same receipt: its first content counts. */
        SAME,
        /** Another one holds its key. */
        TAKEN
    }

    private final Seals seals;
    private final Flushing flushing;
    private final OwnRatings own;
    private final Event<RatingTaken> taken;

    SealedIntake(Seals seals, Flushing flushing, OwnRatings own, Event<RatingTaken> taken) {
        this.seals = seals;
        this.flushing = flushing;
        this.own = own;
        this.taken = taken;
    }

    /**
     * Takes a rating in; when this returns, it is durable.
     *
     * @param expDay day whose keys seal it, and whose partition it lies in
     * @param h what it spends: one rating for each
     * @param place code of the place
     * @throws io.mingjing.kernel.http.ProblemException 503 where it cannot be stored or its keys are not available
     */
    public Taken take(LocalDate expDay, byte[] h, String place, RatingRecord rating) {
        byte[] box = seals.seal(expDay, h, rating);
        if (flushing.store(new SealedRating(expDay, h, place, box))) {
            return fresh(expDay, h, rating);
        }
        return sameOrTaken(expDay, h, rating);
    }

    /**
     * The same without a thread that waits for the commit: for the path that is taken thousands of times a second. What
     * hangs on the answer may not block.
     *
     * @return completes as {@link #take} answers, and fails as it throws
     * @throws io.mingjing.kernel.http.ProblemException 503 at once where its keys are not available or the queue is full
     */
    public CompletionStage<Taken> taking(LocalDate expDay, byte[] h, String place, RatingRecord rating) {
        byte[] box = seals.seal(expDay, h, rating);
        return flushing.storing(new SealedRating(expDay, h, place, box))
                .thenCompose(isFresh -> isFresh
                        ? CompletableFuture.completedStage(fresh(expDay, h, rating))
                        : CompletableFuture.supplyAsync(
                                () -> sameOrTaken(expDay, h, rating), Thread::startVirtualThread));
    }

    private Taken fresh(LocalDate expDay, byte[] h, RatingRecord rating) {
        taken.fire(new RatingTaken(expDay, h, rating.receiptHash()));
        return Taken.FRESH;
    }

    private Taken sameOrTaken(LocalDate expDay, byte[] h, RatingRecord rating) {
        return holds(rating.receiptHash(), expDay, h) ? Taken.SAME : Taken.TAKEN;
    }

    /** Whether the rating under a key is the one with this receipt, pending or mixed; its work is the same for all answers. */
    public boolean holds(byte[] receiptHash, LocalDate expDay, byte[] h) {
        return own.holds(receiptHash, expDay, h);
    }
}
