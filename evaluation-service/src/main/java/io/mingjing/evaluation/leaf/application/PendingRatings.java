package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.application.PendingOpening.Found;
import io.mingjing.evaluation.place.application.Calendars;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The city office's view of poor ratings (差评) that no leaf has taken yet (anonymity rule K10). */
@ApplicationScoped
public class PendingRatings {

    private static final PendingLook LOOK = new PendingLook(
            "pending-ratings",
            "PENDING_RATINGS_VIEWED",
            Set.of(Role.CITY_OFFICE),
            "只有市营商办的岗位可以查看待公布的差评",
            "Only a post of the city office may open pending poor ratings");

    /**
     * A poor rating as the city office may see it: no matter, no type, no visit, no time but the day.
     *
     * @param waited working days (工作日) since the day of the visit
     * @param flags what the stuffing radar noticed at intake; people judge
     */
    public record PendingRating(
            String place,
            String placeName,
            LocalDate day,
            int waited,
            int level,
            List<String> reasons,
            List<String> flags,
            @Nullable String note) {

        public PendingRating {
            reasons = List.copyOf(reasons);
            flags = List.copyOf(flags);
        }

        @Override
        public String toString() {
            return "PendingRating[opened]";
        }
    }

    private final PendingOpening opening;
    private final PoorLevels poor;
    private final LeafWords words;
    private final Calendars calendars;
    private final BusinessClock clock;

    PendingRatings(PendingOpening opening, PoorLevels poor, LeafWords words, Calendars calendars, BusinessClock clock) {
        this.opening = opening;
        this.poor = poor;
        this.words = words;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param after cursor of an earlier page of the same view
     * @throws io.mingjing.kernel.http.ProblemException forbidden for everybody but the city office
     */
    public ListPage<PendingRating> view(Actor actor, @Nullable String after, int limit) {
        WorkingCalendar calendar = calendars.current();
        LocalDate today = clock.today();
        return opening.view(actor, LOOK, poor::holds, after, limit).map(found -> shown(found, calendar, today));
    }

    private PendingRating shown(Found found, WorkingCalendar calendar, LocalDate today) {
        RatingRecord rating = found.rating();
        return new PendingRating(
                found.place(),
                words.windowName(found.place()),
                rating.visitDay(),
                Math.max(0, calendar.workingDaysBetween(rating.visitDay(), today)),
                rating.level(),
                rating.reasons(),
                rating.marks().flags().stream().sorted().toList(),
                rating.note());
    }
}
