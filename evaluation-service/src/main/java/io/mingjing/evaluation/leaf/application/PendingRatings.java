package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
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
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The city office's view of poor ratings that no leaf has taken yet (anonymity rule K10). They are opened when asked for,
 * from pending boxes only, and nothing of it is stored. Their order is drawn anew with each view; its pages keep it.
 */
@ApplicationScoped
public class PendingRatings {

    /** A poor rating as the city office may see it: no matter, no type, no visit, no time but the day. */
    public record PendingRating(
            String place,
            String placeName,
            LocalDate day,
            int level,
            List<String> reasons,
            @Nullable String note) {

        @Override
        public String toString() {
            return "PendingRating[opened]";
        }
    }

    private record Drawn(String order, PendingRating rating) {}

    private final PendingBoxes boxes;
    private final Seals seals;
    private final PoorLevels poor;
    private final LeafWords words;
    private final CityPosts city;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final Ids ids;

    PendingRatings(
            PendingBoxes boxes,
            Seals seals,
            PoorLevels poor,
            LeafWords words,
            CityPosts city,
            AuditTrail audit,
            BusinessClock clock,
            Ids ids) {
        this.boxes = boxes;
        this.seals = seals;
        this.poor = poor;
        this.words = words;
        this.city = city;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Opens what is pending and records that it was looked at, by whom and under which post.
     *
     * @param after cursor of an earlier page of the same view
     * @throws ProblemException forbidden, where the actor's post is not one of the city or its office
     */
    @Transactional
    public ListPage<PendingRating> view(Actor actor, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, 2);
        String view = cursor == null ? ids.next().toString() : cursor.parts().getFirst();
        String seen = cursor == null ? "" : cursor.parts().getLast();
        audit.append(viewed(actor));
        List<Drawn> rows = open(view).stream()
                .filter(row -> row.order().compareTo(seen) > 0)
                .sorted(Comparator.comparing(Drawn::order))
                .limit(limit + 1L)
                .toList();
        return ListPage.cut(rows, limit, row -> Cursor.of(view, row.order())).map(Drawn::rating);
    }

    private List<Drawn> open(String view) {
        byte[] key = view.getBytes(StandardCharsets.UTF_8);
        List<Drawn> found = new ArrayList<>();
        for (String place : boxes.places()) {
            for (StoredBox box : boxes.at(place)) {
                if (seals.open(box.expDay(), box.h(), box.box()) instanceof Opened.Readable(RatingRecord rating)
                        && poor.holds(rating)
                        && !rating.test()) {
                    String order = HexFormat.of().formatHex(KeyedHash.shortOf(key, "view", box.h()));
                    found.add(new Drawn(order, shown(place, rating)));
                }
            }
        }
        return found;
    }

    private PendingRating shown(String place, RatingRecord rating) {
        return new PendingRating(
                place, words.windowName(place), rating.visitDay(), rating.level(), rating.reasons(), rating.note());
    }

    /** How many there were is not in it: a trail with numbers and times would be a shadow of the ratings. */
    private AuditTrail.Act viewed(Actor actor) {
        Post post = city.heldBy(actor, Set.of(Role.CITY_OFFICE))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN,
                        "只有市营商办的岗位可以查看待公布的差评",
                        "Only a post of the city office may open pending poor ratings"));
        return new AuditTrail.Act(
                "pending-ratings",
                "PENDING_RATINGS_VIEWED",
                actor.subject(),
                actor.name(),
                post.toString(),
                null,
                null,
                null,
                clock.now());
    }
}
