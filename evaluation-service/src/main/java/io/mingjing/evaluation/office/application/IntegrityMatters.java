package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.application.PendingLook;
import io.mingjing.evaluation.leaf.application.PendingOpening;
import io.mingjing.evaluation.leaf.application.PendingOpening.Found;
import io.mingjing.evaluation.leaf.application.PrivateMatters;
import io.mingjing.evaluation.leaf.application.PrivateMatters.Told;
import io.mingjing.evaluation.leaf.domain.PrivateMatter;
import io.mingjing.evaluation.leaf.domain.PrivateMatter.Kind;
import io.mingjing.evaluation.office.application.IntegrityWork.Name;
import io.mingjing.evaluation.office.domain.IntegrityStep;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Integrity matters (廉洁问题, R-278, R-279): they bypass the unit and go to the city's discipline; the city's oversight reads
 * them. Those of pending ratings are opened when asked for, and nothing of them is stored.
 *
 * <p>Matters of equal words are numbered: first those in leaves, by random id, then the pending ones. One more is one more
 * number whatever became of the others, and when one goes into a leaf all numbers are there still; which of several that
 * nobody can tell apart has which number does not matter. So no matter is lost in another that is closed, and nothing that
 * is stored ties a step to a rating.
 */
@ApplicationScoped
public class IntegrityMatters {

    private static final PendingLook LOOK = new PendingLook(
            "integrity-pending",
            "INTEGRITY_PENDING_VIEWED",
            Set.of(Role.DISCIPLINE, Role.OVERSIGHT),
            "只对市纪检和市级监督的岗位开放",
            "Only for posts of the city's discipline and oversight");

    /**
     * A matter as discipline may see it: no visit, no matter handled, no time but the day.
     *
     * @param id name of the matter, the same while its rating is pending and after
     * @param reasons integrity reasons only
     * @param steps what discipline did, oldest first
     */
    public record Item(
            String id,
            @Nullable String place,
            @Nullable String placeName,
            String ownerUnit,
            @Nullable LocalDate day,
            @Nullable Integer level,
            List<String> reasons,
            @Nullable String note,
            List<IntegrityStep> steps) {

        public Item {
            reasons = List.copyOf(reasons);
            steps = List.copyOf(steps);
        }

        @Override
        public String toString() {
            return "Item[opened]";
        }
    }

    private final OfficeRights rights;
    private final OfficeTrail trail;
    private final PendingOpening pending;
    private final PrivateMatters matters;
    private final IntegrityWork work;
    private final Scales scales;
    private final PlaceNames names;

    IntegrityMatters(
            OfficeRights rights,
            OfficeTrail trail,
            PendingOpening pending,
            PrivateMatters matters,
            IntegrityWork work,
            Scales scales,
            PlaceNames names) {
        this.rights = rights;
        this.trail = trail;
        this.pending = pending;
        this.matters = matters;
        this.work = work;
        this.scales = scales;
        this.names = names;
    }

    /** Of pending ratings, in an order of chance; each view is recorded. */
    public ListPage<Item> pending(Actor actor, @Nullable String after, int limit) {
        ListPage<Found> page =
                pending.view(actor, LOOK, rating -> !integrity(rating).isEmpty(), after, limit);
        if (page.items().isEmpty()) {
            return page.map(found -> item(matter(found), 0));
        }
        List<PrivateMatter> shown = page.items().stream().map(this::matter).toList();
        Map<String, Integer> inLeaves = new HashMap<>();
        matters.alike(Kind.INTEGRITY, shown)
                .forEach(one -> inLeaves.merge(one.matter().told(), 1, Integer::sum));
        Map<String, TreeSet<String>> waiting = new HashMap<>();
        pending.each(anyDay -> true, found -> {
            if (!integrity(found.rating()).isEmpty()) {
                waiting.computeIfAbsent(matter(found).told(), told -> new TreeSet<>())
                        .add(key(found));
            }
        });
        return page.map(found -> {
            PrivateMatter matter = matter(found);
            String told = matter.told();
            int before = waiting.getOrDefault(told, new TreeSet<>())
                    .headSet(key(found))
                    .size();
            return item(matter, inLeaves.getOrDefault(told, 0) + before);
        });
    }

    /** Of ratings in leaves, by random id; each page is recorded before it is handed out. */
    public ListPage<Item> mixed(Actor actor, @Nullable String after, int limit) {
        Post post = rights.disciplineOrOversight(actor);
        Cursor cursor = Cursor.parse(after, 1);
        UUID seen;
        try {
            seen = cursor == null ? null : UUID.fromString(cursor.parts().getFirst());
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.foreign();
        }
        List<Told> rows = matters.page(Kind.INTEGRITY, seen, limit + 1);
        trail.looked(actor, post, "integrity", "INTEGRITY_VIEWED");
        Map<String, Integer> counts = new HashMap<>();
        Map<UUID, Integer> ordinals = new HashMap<>();
        matters.alike(Kind.INTEGRITY, rows.stream().map(Told::matter).toList())
                .forEach(one -> ordinals.put(one.id(), counts.merge(one.matter().told(), 1, Integer::sum) - 1));
        return ListPage.cut(rows, limit, row -> Cursor.of(row.id()))
                .map(row -> item(row.matter(), ordinals.getOrDefault(row.id(), 0)));
    }

    private static String key(Found found) {
        return found.expDay() + HexFormat.of().formatHex(found.h());
    }

    private List<String> integrity(RatingRecord rating) {
        return rating.reasons().stream().filter(scales::isIntegrity).toList();
    }

    private PrivateMatter matter(Found found) {
        RatingRecord rating = found.rating();
        return new PrivateMatter(
                Kind.INTEGRITY,
                found.place(),
                rating.ownerUnit(),
                rating.matterUnit(),
                rating.visitDay(),
                rating.level(),
                integrity(rating),
                rating.note());
    }

    private Item item(PrivateMatter matter, int ordinal) {
        Name name = work.nameOf(matter, ordinal);
        return new Item(
                name.text(),
                matter.place(),
                matter.place() == null ? null : names.of(matter.place()),
                matter.ownerUnit(),
                matter.day(),
                matter.level(),
                matter.reasons(),
                matter.note(),
                work.stepsOf(name));
    }
}
