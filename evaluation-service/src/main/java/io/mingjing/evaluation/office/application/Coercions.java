package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.leaf.application.PendingLook;
import io.mingjing.evaluation.leaf.application.PendingOpening;
import io.mingjing.evaluation.leaf.application.PrivateMatters;
import io.mingjing.evaluation.leaf.application.PrivateMatters.Told;
import io.mingjing.evaluation.leaf.domain.PrivateMatter;
import io.mingjing.evaluation.leaf.domain.PrivateMatter.Kind;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The raters' private chip 被要求打满意 (anonymity rule K9), per place and day: for the city office alone. It is in no count that
 * anybody else sees, and which rating it stood beside is not shown.
 */
@ApplicationScoped
public class Coercions {

    private static final PendingLook LOOK = new PendingLook(
            "coercions",
            "COERCIONS_VIEWED",
            Set.of(Role.CITY_OFFICE),
            "只有市营商办的岗位可以查看",
            "Only a post of the city office may look at this");

    /** What a chip in a leaf stands for. */
    private record Beside(
            String unit, @Nullable String place, @Nullable LocalDate day) {}

    /**
     * A place on a day.
     *
     * @param place null where only the unit is known, as for a chip left later with a receipt
     * @param day null where it is not known
     * @param pending chips beside ratings that no leaf has taken
     * @param mixed all others
     */
    public record Chips(
            String unit,
            @Nullable String place,
            @Nullable String placeName,
            @Nullable LocalDate day,
            long pending,
            long mixed) {

        Chips plus(long morePending, long moreMixed) {
            return new Chips(unit, place, placeName, day, pending + morePending, mixed + moreMixed);
        }
    }

    /** They never change, so each is opened once in the life of the process, however often somebody looks. */
    private final Map<UUID, Beside> opened = new ConcurrentHashMap<>();

    private final PendingOpening pending;
    private final PrivateMatters matters;
    private final PlaceNames names;

    Coercions(PendingOpening pending, PrivateMatters matters, PlaceNames names) {
        this.pending = pending;
        this.matters = matters;
        this.names = names;
    }

    /** By unit, place and day; opened for this, and recorded, with every page. */
    public ListPage<Chips> page(Actor actor, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, 1);
        TreeMap<String, Chips> chips = new TreeMap<>();
        pending.sum(actor, LOOK, found -> {
            if (found.rating().marks().coerced()) {
                add(
                        chips,
                        found.rating().ownerUnit(),
                        found.place(),
                        found.rating().visitDay(),
                        1,
                        0);
            }
        });
        for (Beside one : inLeaves()) {
            add(chips, one.unit(), one.place(), one.day(), 0, 1);
        }
        List<Chips> rows = chips.tailMap(cursor == null ? "" : cursor.parts().getFirst(), false).values().stream()
                .limit(limit + 1L)
                .toList();
        return ListPage.cut(rows, limit, row -> Cursor.of(key(row.unit(), row.place(), row.day())));
    }

    private Collection<Beside> inLeaves() {
        Set<UUID> ids = matters.idsOf(Kind.COERCION);
        opened.keySet().retainAll(ids);
        ids.removeAll(opened.keySet());
        for (Told one : matters.find(ids)) {
            PrivateMatter matter = one.matter();
            opened.put(one.id(), new Beside(matter.ownerUnit(), matter.place(), matter.day()));
        }
        return List.copyOf(opened.values());
    }

    private void add(
            TreeMap<String, Chips> chips,
            String unit,
            @Nullable String place,
            @Nullable LocalDate day,
            long waiting,
            long mixed) {
        chips.merge(
                key(unit, place, day),
                new Chips(unit, place, place == null ? null : names.of(place), day, waiting, mixed),
                (known, more) -> known.plus(more.pending(), more.mixed()));
    }

    private static String key(String unit, @Nullable String place, @Nullable LocalDate day) {
        return unit + " " + (place == null ? "" : place) + " " + (day == null ? "" : day);
    }
}
