package io.mingjing.evaluation.selftest.application;

import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.PostedCodes;
import io.mingjing.evaluation.code.application.SelfTestTokens;
import io.mingjing.evaluation.code.application.Tickets;
import io.mingjing.evaluation.code.application.VisitCodes;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Codes for the self-test, on real places: a filter that spared some windows of their own would show. Nobody without the
 * key can tell them from a visitor's, so nobody can treat them better.
 */
@ApplicationScoped
class ProbeCodes {

    /**
     * A code to test with.
     *
     * @param ticket sent in place of the page's own where a place code is tested; null for a visit's
     */
    record ProbeCode(String text, @Nullable String ticket) {

        @Override
        public String toString() {
            return "ProbeCode[]";
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Places places;
    private final SelfTestTokens tokens;
    private final VisitCodes visits;
    private final PostedCodes posted;
    private final Tickets tickets;
    private final DayKeys days;
    private final BusinessClock clock;

    ProbeCodes(
            Places places,
            SelfTestTokens tokens,
            VisitCodes visits,
            PostedCodes posted,
            Tickets tickets,
            DayKeys days,
            BusinessClock clock) {
        this.places = places;
        this.tokens = tokens;
        this.visits = visits;
        this.posted = posted;
        this.tickets = tickets;
        this.days = days;
        this.clock = clock;
    }

    /** A visit's code at a window of chance; empty while no window or matter is registered. */
    Optional<ProbeCode> ofVisit(Channel channel) {
        Catalogue catalogue = places.catalogue();
        LocalDate expDay = CodeLife.expDay(clock.today());
        return any(catalogue.windows())
                .flatMap(window -> any(catalogue.matters()).map(matter -> {
                    days.open(expDay);
                    VisitCode code = new VisitCode(
                            tokens.mint(),
                            window.number(),
                            List.of(matter.number()),
                            RaterType.UNKNOWN,
                            expDay,
                            channel);
                    return new ProbeCode(visits.write(code), null);
                }));
    }

    /**
     * A place code of chance, the same each time it is asked for, with a ticket of its own; empty while none is posted. The
     * same one, because a kiosk answers in other words than a notice board.
     */
    Supplier<Optional<ProbeCode>> ofPlace() {
        Optional<PostedCode> one = any(posted.active());
        return () -> one.map(code -> new ProbeCode(posted.write(code), ticket(code)));
    }

    private String ticket(PostedCode code) {
        days.open(CodeLife.expDay(clock.today()));
        return tickets.issue(code, tokens.mint());
    }

    private static <T> Optional<T> any(Collection<T> items) {
        return items.stream()
                .skip(items.isEmpty() ? 0 : RANDOM.nextInt(items.size()))
                .findFirst();
    }
}
