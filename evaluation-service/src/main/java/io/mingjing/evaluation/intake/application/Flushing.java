package io.mingjing.evaluation.intake.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.intake.domain.SealedRating;
import io.mingjing.evaluation.intake.persistence.IntakeStore;
import io.mingjing.kernel.http.ProblemException;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The service's one group commit: starts and stops with it, and turns what it says into answers. */
@Singleton
class Flushing {

    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int TICK_MILLIS = 100;

    private final EvaluationConfig.Intake config;
    private final GroupCommit commit;
    private final Counter accepted;

    /** One wheel for all who wait: setting and taking back a time-out wakes no thread, as a queue of the JDK's would. */
    private final HashedWheelTimer patience = new HashedWheelTimer(
            Thread.ofPlatform().daemon().name("intake-patience").factory(), TICK_MILLIS, TimeUnit.MILLISECONDS);

    Flushing(EvaluationConfig config, IntakeStore store, MeterRegistry metrics) {
        this.config = config.intake();
        this.commit = new GroupCommit(store, this.config.queue(), this.config.batch(), this.config.flushers());
        // For the whole city, and for nothing smaller: a label would count the ratings of a place.
        this.accepted = metrics.counter("mingjing_intake_accepted");
        metrics.gauge("mingjing_intake_waiting", commit, GroupCommit::waiting);
    }

    void begin(@Observes StartupEvent start) {
        // Being observed makes the bean, and with it the flushers, before the first request.
    }

    void end(@Observes @Priority(1) ShutdownEvent stop) {
        commit.close();
        patience.stop();
    }

    /**
     * Waits for the commit.
     *
     * @return whether it was stored; false where the key was taken before
     * @throws ProblemException 503 where the queue is full, the database is away, or the answer takes too long
     */
    boolean store(SealedRating rating) {
        CompletableFuture<Boolean> stored = commit.submit(rating).orElseThrow(Flushing::busy);
        try {
            return counted(stored.get(config.answerWithin().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException unknown) {
            throw busy();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    /**
     * The same without a thread that waits. What hangs on the answer runs where the batches are stored and may not block.
     *
     * @return completes as {@link #store} answers, and fails as it throws
     * @throws ProblemException 503 at once where the queue is full
     */
    CompletionStage<Boolean> storing(SealedRating rating) {
        CompletableFuture<Boolean> stored = commit.submit(rating).orElseThrow(Flushing::busy);
        Timeout late = patience.newTimeout(
                over -> stored.completeExceptionally(new TimeoutException()),
                config.answerWithin().toMillis(),
                TimeUnit.MILLISECONDS);
        return stored.handle((fresh, unknown) -> {
            late.cancel();
            if (unknown != null) {
                throw busy();
            }
            return counted(fresh);
        });
    }

    private boolean counted(boolean fresh) {
        if (fresh) {
            accepted.increment();
        }
        return fresh;
    }

    private static ProblemException busy() {
        return new ProblemException(
                EvaluationProblem.INTAKE_BUSY,
                "尚未确认收到您的评价。请稍后原样再提交一次，重复提交只计一次。",
                "Your rating is not confirmed yet. Send it again as it is in a moment; it counts once.",
                List.of(),
                Map.of("retryAfter", RETRY_AFTER_SECONDS));
    }
}
