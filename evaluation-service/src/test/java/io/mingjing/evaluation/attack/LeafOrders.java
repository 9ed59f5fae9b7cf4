package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.attack.Aligner.Row;
import io.mingjing.evaluation.attack.Aligner.Score;
import io.mingjing.evaluation.leaf.SuperUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Leaves of one slot beside their windows: does the order of leaves or of their events tell which was rated first or last? */
@ApplicationScoped
public class LeafOrders {

    private final SuperUser database;

    LeafOrders(SuperUser database) {
        this.database = database;
    }

    List<Score> align(Collection<KnownRater> raters) {
        List<String> events = database.column("select payload from outbox_seen");
        List<Row> leaves = database
                .rows("select slot::text, place, id::text, ctid::text, xmin::text from leaf where place is not null")
                .stream()
                .map(leaf -> new Row(
                        leaf.get(0),
                        leaf.get(1),
                        Map.of(
                                "id", leaf.get(2),
                                "place", PhysicalOrders.place(leaf.get(3)),
                                "xmin", "%012d".formatted(Long.parseLong(leaf.get(4))),
                                "event", "%08d".formatted(event(events, leaf.get(2))))))
                .toList();
        return Aligner.align(leaves, windows(leaves, raters));
    }

    private static int event(List<String> events, String leaf) {
        for (int number = 0; number < events.size(); number++) {
            if (events.get(number).contains(leaf)) {
                return number;
            }
        }
        throw new IllegalStateException("a leaf without an event");
    }

    private static List<Row> windows(List<Row> leaves, Collection<KnownRater> raters) {
        Map<String, TreeMap<String, String>> arrivals = new HashMap<>();
        for (KnownRater rater : raters) {
            String[] number = rater.number().split("\\.");
            String arrival = rater.orders().get("arrival");
            arrivals.computeIfAbsent(number[0], any -> new TreeMap<>()).put(arrival, number[1]);
        }
        Map<String, List<Row>> bySlot = leaves.stream().collect(Collectors.groupingBy(Row::leaf));
        List<Row> windows = new ArrayList<>();
        bySlot.forEach((slot, closed) -> closed.forEach(leaf -> {
            List<String> before = arrivals.get(leaf.truth()).entrySet().stream()
                    .filter(arrival -> arrival.getValue().compareTo(slot) <= 0)
                    .map(Map.Entry::getKey)
                    .toList();
            List<String> thatDay = arrivals.get(leaf.truth()).entrySet().stream()
                    .filter(arrival -> arrival.getValue().equals(slot))
                    .map(Map.Entry::getKey)
                    .toList();
            windows.add(new Row(
                    slot,
                    leaf.truth(),
                    Map.of(
                            "first arrival", before.getFirst(),
                            "last arrival", before.getLast(),
                            "first of the day", thatDay.isEmpty() ? before.getLast() : thatDay.getFirst(),
                            "how many", "%08d".formatted(before.size()),
                            "code", leaf.truth())));
        }));
        return windows;
    }
}
