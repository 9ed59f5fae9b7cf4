package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.intake.application.DailySalt.Salt;
import io.mingjing.evaluation.intake.domain.Sketch;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many ratings may be tried within a minute: with one code, by one page, and, of place codes alone, from one address.
 * A visit's code had to be handed out before, so its address does not count: a hall's visitors share one. Only counters
 * are kept, under the salt of the day, for one minute.
 */
@Singleton
class Limits {

    private static final int SECONDS = 60;

    /** Some 2 MB, for a city at full load. */
    private static final int BITS = 18;

    private final DailySalt salts;
    private final BusinessClock clock;
    private final EvaluationConfig.Limits config;
    private volatile @Nullable Minute current;

    private record Minute(long number, Sketch tries) {}

    Limits(DailySalt salts, BusinessClock clock, EvaluationConfig config) {
        this.salts = salts;
        this.clock = clock;
        this.config = config.intake().limits();
    }

    /** One counted try. */
    static final class Attempt {

        private final Sketch tries;
        private final List<Long> keys = new ArrayList<>();

        private Attempt(Sketch tries) {
            this.tries = tries;
        }

        private boolean exceeds(long key, int most) {
            keys.add(key);
            return tries.add(key) > most && most > 0;
        }

        /** It does not count: nothing was tried but a mistake in the form. */
        void giveBack() {
            keys.forEach(tries::takeBack);
        }
    }

    /** @throws ProblemException 429 with the seconds after which to try again */
    Attempt take(Rated rated, Sender sender) {
        Salt salt = salts.today();
        Instant now = clock.now();
        Attempt attempt = new Attempt(minute(now.getEpochSecond() / SECONDS).tries());
        boolean tooMany = attempt.exceeds(salt.keyOf(rated.token()), config.codePerMinute())
                | attempt.exceeds(salt.keyOf("page", sender.nonce()), config.pagePerMinute());
        if (rated instanceof Rated.OfPlace) {
            tooMany |= attempt.exceeds(salt.keyOf("address", sender.address()), config.addressPerMinute());
        }
        if (tooMany) {
            throw tooMany(SECONDS - (int) (now.getEpochSecond() % SECONDS));
        }
        return attempt;
    }

    private Minute minute(long number) {
        Minute known = current;
        if (known == null || known.number() != number) {
            synchronized (this) {
                known = current;
                if (known == null || known.number() != number) {
                    known = new Minute(number, new Sketch(BITS));
                    current = known;
                }
            }
        }
        return known;
    }

    private static ProblemException tooMany(int seconds) {
        return new ProblemException(
                CommonProblem.TOO_MANY,
                "提交过于频繁，这次没有提交，您填写的内容还在。请约 " + seconds + " 秒后再点一次“提交评价”。",
                "Too many tries at once: this one was not sent, and what you filled in is still there. Send it again in about "
                        + seconds + " seconds.",
                List.of(),
                Map.of("retryAfter", seconds));
    }
}
