package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
import io.mingjing.evaluation.leaf.persistence.StoredBox;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Opens pending boxes when somebody of the city asks (anonymity rule K10). Nothing of it is stored; the order is drawn anew
 * with each view, and its pages keep it. Self-test ratings never show.
 */
@ApplicationScoped
public class PendingOpening {

    /**
     * An opened box, for this service's own use.
     *
     * @param expDay with h the key of its row in the intake
     */
    public record Found(LocalDate expDay, byte[] h, String place, RatingRecord rating) {

        @Override
        public String toString() {
            return "Found[opened]";
        }
    }

    private record Drawn(String order, Found found) {}

    private final PendingBoxes boxes;
    private final Seals seals;
    private final PendingViews views;

    PendingOpening(PendingBoxes boxes, Seals seals, PendingViews views) {
        this.boxes = boxes;
        this.seals = seals;
        this.views = views;
    }

    /**
     * Opens what is pending, and records once per view that it was looked at before anything is handed out. Boxes are
     * opened outside the transaction: the trail is never locked for as long as that takes.
     *
     * @param wanted which ratings the look is for
     * @param after cursor of an earlier page of the same view
     * @throws io.mingjing.kernel.http.ProblemException forbidden, where the actor has no post that entitles to the look
     */
    public ListPage<Found> view(
            Actor actor, PendingLook look, Predicate<RatingRecord> wanted, @Nullable String after, int limit) {
        Post post = views.entitling(actor, look);
        Cursor cursor = Cursor.parse(after, 2);
        String view = cursor == null ? views.fresh(actor, look) : cursor.parts().getFirst();
        String seen = cursor == null ? "" : cursor.parts().getLast();
        List<Drawn> rows = open(view, seen, limit + 1, wanted);
        if (cursor == null || !views.begun(view, actor, look)) {
            views.record(actor, post, look);
        }
        return ListPage.cut(rows, limit, row -> Cursor.of(view, row.order())).map(Drawn::found);
    }

    /**
     * Opens all that is pending and records the look, for a view that shows sums only.
     *
     * @throws io.mingjing.kernel.http.ProblemException forbidden, where the actor has no post that entitles to the look
     */
    public void sum(Actor actor, PendingLook look, Consumer<Found> into) {
        Post post = views.entitling(actor, look);
        each(anyDay -> true, into);
        views.record(actor, post, look);
    }

    /**
     * Opens what is pending for a use case of the service itself; whoever shows something of it records that.
     *
     * @param expDays which boxes to open, by their expiry day
     */
    public void each(Predicate<LocalDate> expDays, Consumer<Found> into) {
        for (String place : boxes.places()) {
            for (StoredBox box : boxes.at(place)) {
                Found found = expDays.test(box.expDay()) ? open(box) : null;
                if (found != null) {
                    into.accept(found);
                }
            }
        }
    }

    /** The first rows of a view after one seen; no more than those are held at any time. */
    private List<Drawn> open(String view, String seen, int most, Predicate<RatingRecord> wanted) {
        byte[] key = view.getBytes(StandardCharsets.UTF_8);
        PriorityQueue<Drawn> first =
                new PriorityQueue<>(Comparator.comparing(Drawn::order).reversed());
        for (String place : boxes.places()) {
            for (StoredBox box : boxes.at(place)) {
                String order = HexFormat.of().formatHex(KeyedHash.shortOf(key, "view", box.h()));
                Drawn last = first.size() < most ? null : first.peek();
                boolean outside = order.compareTo(seen) <= 0 || (last != null && order.compareTo(last.order()) >= 0);
                Found found = outside ? null : open(box);
                if (found != null && wanted.test(found.rating())) {
                    first.add(new Drawn(order, found));
                    if (first.size() > most) {
                        first.remove();
                    }
                }
            }
        }
        return first.stream().sorted(Comparator.comparing(Drawn::order)).toList();
    }

    private @Nullable Found open(StoredBox box) {
        return seals.open(box.expDay(), box.h(), box.box()) instanceof Opened.Readable(RatingRecord rating)
                        && !rating.test()
                ? new Found(box.expDay(), box.h(), box.place(), rating)
                : null;
    }
}
