package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.leaf.domain.AtLeast;
import io.mingjing.evaluation.leaf.persistence.DigestMark;
import io.mingjing.evaluation.leaf.persistence.DigestMark.Span;
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
import io.mingjing.evaluation.place.application.Calendars;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the digest at the full hour (整点提示, anonymity rule K10) tells the city office: whether poor ratings came anew, and
 * how many wait for how long. It is the same however often it is asked for within the hour, so that asking every second
 * tells no more than asking once; and it is rough, because it leaves the service.
 */
@ApplicationScoped
public class PendingDigests {

    private static final PendingLook LOOK = new PendingLook(
            "pending-digest",
            "PENDING_DIGEST_TAKEN",
            Set.of(Role.NOTICES),
            "只有市级通知服务可以取用整点提示",
            "Only the city's notification service may take the hourly digest");

    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    /**
     * A digest. Counts are rough, see {@link AtLeast}.
     *
     * @param hour full hour it is about
     * @param fresh poor ratings since the last digest that is through
     * @param waiting poor ratings that no leaf has taken
     * @param oldest working days (工作日) since the visit of the one that waits longest; 0 where none waits
     */
    public record PendingDigest(Instant hour, long fresh, long waiting, int oldest) {

        @Override
        public String toString() {
            return "PendingDigest[opened]";
        }
    }

    private final PendingViews views;
    private final PendingBoxes boxes;
    private final DigestMark mark;
    private final Seals seals;
    private final PoorLevels poor;
    private final Calendars calendars;
    private final BusinessClock clock;

    PendingDigests(
            PendingViews views,
            PendingBoxes boxes,
            DigestMark mark,
            Seals seals,
            PoorLevels poor,
            Calendars calendars,
            BusinessClock clock) {
        this.views = views;
        this.boxes = boxes;
        this.mark = mark;
        this.seals = seals;
        this.poor = poor;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Takes the digest of the hour that runs. It is recorded that it was taken, not what it says.
     *
     * @param said the last hour that is through, whatever became of its mail; null where there was none
     * @throws ProblemException bad request for an hour to come, or one before there were any
     * @throws ProblemException forbidden for everybody but the city's notification service
     */
    public PendingDigest take(Actor actor, @Nullable Instant said) {
        Post post = views.entitling(actor, LOOK);
        Instant hour = clock.now().truncatedTo(ChronoUnit.HOURS);
        if (said != null && (said.isAfter(hour) || said.isBefore(BEGINNING))) {
            throw new ProblemException(
                    CommonProblem.BAD_REQUEST,
                    "请改正以下内容",
                    "Please correct the following",
                    List.of(new Violation(
                            "said",
                            "应为不晚于当前整点的时刻；没有则填 null",
                            "a full hour up to the one that runs; null where there was none")),
                    Map.of());
        }
        PendingDigest digest = counted(hour, mark.at(hour, said));
        views.record(actor, post, LOOK);
        return digest;
    }

    private PendingDigest counted(Instant hour, Span span) {
        long fresh = 0;
        long waiting = 0;
        LocalDate today = clock.today();
        LocalDate oldest = today;
        for (String place : boxes.places()) {
            for (DigestMark.Box one : mark.boxes(place, span)) {
                LocalDate day = dayOfPoor(one);
                if (day != null) {
                    waiting++;
                    fresh += one.fresh() ? 1 : 0;
                    oldest = day.isBefore(oldest) ? day : oldest;
                }
            }
        }
        WorkingCalendar calendar = calendars.current();
        return new PendingDigest(
                hour, AtLeast.of(fresh), AtLeast.of(waiting), calendar.workingDaysBetween(oldest, today));
    }

    private @Nullable LocalDate dayOfPoor(DigestMark.Box one) {
        return seals.open(one.box().expDay(), one.box().h(), one.box().box()) instanceof Opened.Readable(var rating)
                        && !rating.test()
                        && poor.holds(rating)
                ? rating.visitDay()
                : null;
    }
}
