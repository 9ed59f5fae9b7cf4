package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.leaf.application.PendingLook;
import io.mingjing.evaluation.leaf.application.PendingOpening;
import io.mingjing.evaluation.leaf.persistence.LeafFlags;
import io.mingjing.evaluation.office.domain.LeafFacts;
import io.mingjing.evaluation.office.persistence.LeafRows;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the stuffing radar (异常监测) noticed at intake: per leaf, and of what is pending per place and day (anonymity §5). For
 * the city office and the city's oversight. People judge; nothing is deleted, and both counts are shown.
 */
@ApplicationScoped
public class Radar {

    private static final PendingLook LOOK = new PendingLook(
            "pending-flags",
            "PENDING_FLAGS_VIEWED",
            Set.of(Role.CITY_OFFICE, Role.OVERSIGHT),
            "只对市营商办和市级监督的岗位开放",
            "Only for posts of the city office and the city's oversight");

    private static final int PARTS = 2;

    /**
     * A place on a day.
     *
     * @param ratings all pending ratings of the place and day
     * @param flagged those of them with any flag
     * @param flags ratings by flag
     */
    public record PendingFlags(
            String place, String placeName, LocalDate day, long ratings, long flagged, Map<String, Long> flags) {

        public PendingFlags {
            flags = Map.copyOf(flags);
        }
    }

    /**
     * A leaf in which something was noticed.
     *
     * @param flags ratings of the leaf by flag
     */
    public record FlaggedLeaf(LeafFacts leaf, Map<String, Long> flags) {

        public FlaggedLeaf {
            flags = Map.copyOf(flags);
        }
    }

    private record Spot(String place, LocalDate day) {}

    private static final class Tally {
        private long ratings;
        private long flagged;
        private final Map<String, Long> flags = new TreeMap<>();

        void add(Set<String> noticed) {
            ratings++;
            flagged += noticed.isEmpty() ? 0 : 1;
            new TreeSet<>(noticed).forEach(flag -> flags.merge(flag, 1L, Long::sum));
        }
    }

    private final OfficeRights rights;
    private final PendingOpening pending;
    private final LeafRows leaves;
    private final LeafFlags flags;
    private final PlaceNames names;

    Radar(OfficeRights rights, PendingOpening pending, LeafRows leaves, LeafFlags flags, PlaceNames names) {
        this.rights = rights;
        this.pending = pending;
        this.leaves = leaves;
        this.flags = flags;
        this.names = names;
    }

    /** Leaves in which something was noticed, newest slot first. */
    public ListPage<FlaggedLeaf> leaves(Actor actor, @Nullable String after, int limit) {
        rights.officeOrOversight(actor);
        List<LeafFacts> rows = leaves.withFlags(NotesDesk.mark(after), limit + 1);
        return ListPage.cut(rows, limit, leaf -> Cursor.of(leaf.slot(), leaf.id()))
                .map(leaf -> new FlaggedLeaf(leaf, flags.of(leaf.id())));
    }

    /** Pending ratings per place and day where something was noticed; opened for this, and recorded, with every page. */
    public ListPage<PendingFlags> pending(Actor actor, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, PARTS);
        TreeMap<String, Map.Entry<Spot, Tally>> spots = new TreeMap<>();
        pending.sum(actor, LOOK, found -> {
            Spot spot = new Spot(found.place(), found.rating().visitDay());
            spots.computeIfAbsent(key(spot), any -> Map.entry(spot, new Tally()))
                    .getValue()
                    .add(found.rating().marks().flags());
        });
        List<PendingFlags> rows = spots
                .tailMap(
                        cursor == null
                                ? ""
                                : key(cursor.parts().getFirst(), cursor.parts().getLast()),
                        false)
                .values()
                .stream()
                .filter(entry -> entry.getValue().flagged > 0)
                .map(entry -> shown(entry.getKey(), entry.getValue()))
                .limit(limit + 1L)
                .toList();
        return ListPage.cut(rows, limit, row -> Cursor.of(row.place(), row.day()));
    }

    private PendingFlags shown(Spot spot, Tally tally) {
        return new PendingFlags(
                spot.place(), names.of(spot.place()), spot.day(), tally.ratings, tally.flagged, tally.flags);
    }

    private static String key(Spot spot) {
        return key(spot.place(), spot.day().toString());
    }

    private static String key(String place, String day) {
        return place + " " + day;
    }
}
