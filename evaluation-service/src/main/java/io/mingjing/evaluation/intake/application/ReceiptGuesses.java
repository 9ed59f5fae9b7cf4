package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.intake.domain.Sketch;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Bounds guessing at receipts. Receipts that nobody has count, and questions that ended without an
 * answer, by the address they are asked from, so a hall behind
 * one address may look at as many receipts of its own as it likes. An address that asked for too many unknown ones is told
 * to wait, still gets answers to known ones, and only far above that none at all: else being refused would say as much as
 * being answered, and a guesser could go on. Counters alone are kept, under the salt of the day, for one minute; each
 * replica counts what it sees.
 */
@ApplicationScoped
public class ReceiptGuesses {

    private static final int SECONDS = 60;

    /** Half a megabyte; only addresses that asked for unknown receipts within a minute are in it. */
    private static final int BITS = 16;

    private final DailySalt salts;
    private final BusinessClock clock;
    private final EvaluationConfig.Limits config;
    private volatile Minute current = new Minute(0, new Sketch(1));

    private record Minute(long number, Sketch unknown) {}

    ReceiptGuesses(DailySalt salts, BusinessClock clock, EvaluationConfig config) {
        this.salts = salts;
        this.clock = clock;
        this.config = config.intake().limits();
    }

    /**
     * Answers what {@code look} found out about a receipt.
     *
     * @param address where the question comes from
     * @param unknown whether an answer says that there is no such receipt
     * @throws ProblemException 429 with the seconds after which to ask again
     */
    public <T> T bounded(String address, Supplier<T> look, Predicate<T> unknown) {
        Instant now = clock.now();
        Sketch seen = minute(now.getEpochSecond() / SECONDS).unknown();
        long key = salts.today().keyOf("receipts", address);
        // Counted before the look, which may wait: else whoever asks many at once is past the bound before it is seen.
        int asked = seen.add(key);
        boolean known = false;
        try {
            if (exceeds(asked, config.receiptStopPerMinute())) {
                throw tooMany(now);
            }
            T answer = look.get();
            known = !unknown.test(answer);
            if (!known && exceeds(asked, config.unknownReceiptsPerMinute())) {
                throw tooMany(now);
            }
            return answer;
        } finally {
            if (known) {
                seen.takeBack(key);
            }
        }
    }

    private static boolean exceeds(int count, int most) {
        return most > 0 && count > most;
    }

    private Minute minute(long number) {
        Minute known = current;
        if (known.number() != number) {
            synchronized (this) {
                known = current;
                if (known.number() != number) {
                    known = new Minute(number, new Sketch(BITS));
                    current = known;
                }
            }
        }
        return known;
    }

    private static ProblemException tooMany(Instant now) {
        int seconds = SECONDS - (int) (now.getEpochSecond() % SECONDS);
        return new ProblemException(
                CommonProblem.TOO_MANY,
                "从您所在的网络查询了太多不存在的回执码。请核对您的回执码，约 " + seconds + " 秒后再试。",
                "Too many unknown receipt codes were asked for from your network. Check yours and try again in about "
                        + seconds + " seconds.",
                List.of(),
                Map.of("retryAfter", seconds));
    }
}
