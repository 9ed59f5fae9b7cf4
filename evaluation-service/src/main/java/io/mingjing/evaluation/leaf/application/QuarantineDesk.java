package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.leaf.persistence.BoxKey;
import io.mingjing.evaluation.leaf.persistence.Quarantine;
import io.mingjing.evaluation.leaf.persistence.Quarantine.Group;
import io.mingjing.evaluation.leaf.persistence.StoredBox;
import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What operations do about boxes that did not open: look how many there are, and try again once the key file is complete.
 * Those that open go back into the intake and are mixed like any other; the balance does not move.
 */
@ApplicationScoped
public class QuarantineDesk {

    /** Most boxes of one try; its transaction bears no more. */
    private static final int MOST = 10_000;

    private static final int AT_ONCE = 500;

    /**
     * What came of a try.
     *
     * @param released boxes that opened and wait for the next slot again
     * @param shut boxes that did not open
     * @param more whether boxes of these days were left for another try
     */
    public record Tried(int released, int shut, boolean more) {}

    private final Quarantine quarantine;
    private final Seals seals;
    private final CityPosts city;
    private final AuditTrail audit;
    private final BusinessClock clock;

    QuarantineDesk(Quarantine quarantine, Seals seals, CityPosts city, AuditTrail audit, BusinessClock clock) {
        this.quarantine = quarantine;
        this.seals = seals;
        this.city = city;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Quarantined boxes by expiry day and cause.
     *
     * @throws ProblemException forbidden, where the post is not one of the city; bad request for a foreign cursor
     */
    public ListPage<Group> list(Actor actor, @Nullable String after, int limit) {
        entitling(actor);
        List<Group> groups = quarantine.groups(mark(Cursor.parse(after, 2)), limit + 1);
        return ListPage.cut(groups, limit, group -> Cursor.of(group.expDay(), group.cause()));
    }

    /**
     * Tries the boxes of some expiry days again and puts back those that open.
     *
     * @throws ProblemException forbidden, where the post is not one of the city; 503 while the key file is missing or wrong
     */
    @Transactional
    public Tried retry(Actor actor, LocalDate from, LocalDate to) {
        Post post = entitling(actor);
        List<BoxKey> open = new ArrayList<>();
        int shut = 0;
        BoxKey last = null;
        List<StoredBox> boxes = quarantine.boxes(from, to, last, AT_ONCE);
        while (!boxes.isEmpty() && open.size() + shut < MOST) {
            for (StoredBox box : boxes) {
                last = new BoxKey(box.expDay(), box.h());
                if (seals.open(box.expDay(), box.h(), box.box()) instanceof Opened.Readable) {
                    open.add(last);
                } else {
                    shut++;
                }
            }
            boxes = quarantine.boxes(from, to, last, AT_ONCE);
        }
        int released = quarantine.release(open);
        audit.append(new AuditTrail.Act(
                "quarantine",
                "QUARANTINE_RETRIED",
                actor.subject(),
                actor.name(),
                post.toString(),
                null,
                from + "/" + to,
                "released " + released + ", shut " + shut,
                clock.now()));
        return new Tried(released, shut, !boxes.isEmpty());
    }

    private Post entitling(Actor actor) {
        return city.heldBy(actor, Set.of(Role.OPERATIONS))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN, "隔离区只由市级运维岗位处理", "Quarantine is for operations posts of the city"));
    }

    private static @Nullable Group mark(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new Group(
                    LocalDate.parse(cursor.parts().getFirst()), cursor.parts().getLast(), 0);
        } catch (DateTimeParseException notOurs) {
            throw Cursor.foreign();
        }
    }
}
