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
    private final PendingViews views;

    PendingRatings(PendingBoxes boxes, Seals seals, PoorLevels poor, LeafWords words, PendingViews views) {
        this.boxes = boxes;
        this.seals = seals;
        this.poor = poor;
        this.words = words;
        this.views = views;
    }

    /**
     * Opens what is pending, and records once per view that it was looked at before anything is handed out. Boxes are
     * opened outside the transaction: the trail is never locked for as long as that takes.
     *
     * @param after cursor of an earlier page of the same view
     */
    public ListPage<PendingRating> view(Actor actor, @Nullable String after, int limit) {
        Post post = views.entitling(actor);
        Cursor cursor = Cursor.parse(after, 2);
        String view = cursor == null ? views.fresh(actor) : cursor.parts().getFirst();
        String seen = cursor == null ? "" : cursor.parts().getLast();
        List<Drawn> rows = open(view, seen, limit + 1);
        if (cursor == null || !views.begun(view, actor)) {
            views.record(actor, post);
        }
        return ListPage.cut(rows, limit, row -> Cursor.of(view, row.order())).map(Drawn::rating);
    }

    /** The first rows of a view after one seen; no more than those are held at any time. */
    private List<Drawn> open(String view, String seen, int most) {
        byte[] key = view.getBytes(StandardCharsets.UTF_8);
        PriorityQueue<Drawn> first =
                new PriorityQueue<>(Comparator.comparing(Drawn::order).reversed());
        for (String place : boxes.places()) {
            for (StoredBox box : boxes.at(place)) {
                String order = HexFormat.of().formatHex(KeyedHash.shortOf(key, "view", box.h()));
                Drawn last = first.size() < most ? null : first.peek();
                boolean outside = order.compareTo(seen) <= 0 || (last != null && order.compareTo(last.order()) >= 0);
                if (!outside
                        && seals.open(box.expDay(), box.h(), box.box()) instanceof Opened.Readable(RatingRecord rating)
                        && poor.holds(rating)
                        && !rating.test()) {
                    first.add(new Drawn(order, shown(place, rating)));
                    if (first.size() > most) {
                        first.remove();
                    }
                }
            }
        }
        return first.stream().sorted(Comparator.comparing(Drawn::order)).toList();
    }

    private PendingRating shown(String place, RatingRecord rating) {
        return new PendingRating(
                place, words.windowName(place), rating.visitDay(), rating.level(), rating.reasons(), rating.note());
    }
}
