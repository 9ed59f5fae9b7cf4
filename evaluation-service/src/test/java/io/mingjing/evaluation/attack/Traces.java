package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.attack.PhysicalOrders.Logged;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an attacker gathers while a city rates: a copy of everything shortly before each slot and one each evening, with
 * the write-ahead log in between. Of the raters he keeps what he saw first; of ratings and notes likewise, which is the
 * difference between two evenings.
 */
final class Traces {

    private static final String INTAKE_KEY = "encode(h, 'hex')";

    private final PhysicalOrders orders;
    private final Map<String, Map<String, String>> mixed = new HashMap<>();
    private String position;

    Traces(PhysicalOrders orders) {
        this.orders = orders;
        this.position = orders.logPosition();
    }

    void beforeSlot(Collection<KnownRater> raters) {
        Map<String, Map<String, String>> intake = orders.heap("intake", INTAKE_KEY, "box");
        see(raters, KnownRater::h, "intake before the slot", intake);
        see(raters, KnownRater::number, "visit", orders.heap("visit", "number", "number"));
        Map<String, String> keys = byPlace(intake);
        Map<String, KnownRater> byH = by(KnownRater::h, raters);
        for (Logged row : log("intake")) {
            String h = keys.get(row.heap() + " " + row.place());
            note(byH, h, "log of the intake", row.position());
            note(byH, h, "transaction of the intake in the log", row.transaction());
        }
    }

    void evening(Collection<KnownRater> raters) {
        Map<String, Map<String, String>> intake = orders.heap("intake", INTAKE_KEY, "box");
        see(raters, KnownRater::h, "intake after the slot", intake);
        see(raters, KnownRater::receipt, "receipt", orders.heap("receipt", "encode(hash, 'hex')", "seal"));
        seeVersions(raters);
        seeCopies(raters);
        Map<String, Map<String, String>> ratings = orders.heap("rating", "id::text", "context");
        Map<String, Map<String, String>> notes = orders.heap("note", "id::text", "seal");
        ratings.forEach(this::keep);
        notes.forEach(this::keep);
        Map<String, String> emptied = byPlace(intake);
        Map<String, String> receipts = byPlace(orders.heap("receipt", "encode(hash, 'hex')", "seal"));
        Map<String, String> born = byPlace(ratings);
        born.putAll(byPlace(notes));
        Map<String, KnownRater> byH = by(KnownRater::h, raters);
        Map<String, KnownRater> byReceipt = by(KnownRater::receipt, raters);
        for (Logged row : log("intake", "receipt", "rating", "note")) {
            String at = row.heap() + " " + row.place();
            note(byH, emptied.get(at), "log of emptying", row.position());
            note(byReceipt, receipts.get(at), "log of the receipt", row.position());
            if (born.containsKey(at)) {
                keep(born.get(at), Map.of("log", row.position(), "transaction in the log", row.transaction()));
            }
        }
    }

    /** Orders of a mixed rating or note, by its id. */
    Map<String, String> of(String id) {
        return mixed.getOrDefault(id, Map.of());
    }

    /** Row versions on raw pages, the emptied boxes' among them; a key begins at the sixth byte and has 32. */
    private void seeVersions(Collection<KnownRater> raters) {
        Map<String, KnownRater> byH = by(KnownRater::h, raters);
        orders.versions("intake", 6, 32).forEach((h, versions) -> {
            note(byH, h, "first version on the page", versions.getFirst());
            note(byH, h, "last version on the page", versions.getLast());
        });
    }

    private void seeCopies(Collection<KnownRater> raters) {
        seeCopy("copy of the intake", orders.dump("intake", 1), by(KnownRater::h, raters));
        seeCopy("copy of the receipts", orders.dump("receipt", 0), by(KnownRater::receipt, raters));
        seeCopy("copy of the visits", orders.dump("visit", 0), by(KnownRater::number, raters));
        orders.dump("rating", 0).forEach((id, line) -> keep(id, Map.of("copy", line)));
        orders.dump("note", 0).forEach((id, line) -> keep(id, Map.of("copy", line)));
    }

    private static void seeCopy(String name, Map<String, String> lines, Map<String, KnownRater> raters) {
        lines.forEach((key, line) -> note(raters, key, name, line));
    }

    private List<Logged> log(String... tables) {
        String from = position;
        position = orders.logPosition();
        return orders.log(from, tables);
    }

    private void keep(String id, Map<String, String> seen) {
        Map<String, String> kept = mixed.computeIfAbsent(id, any -> new HashMap<>());
        seen.forEach(kept::putIfAbsent);
    }

    private static void see(
            Collection<KnownRater> raters,
            Function<KnownRater, String> key,
            String name,
            Map<String, Map<String, String>> found) {
        raters.forEach(rater -> found.getOrDefault(key.apply(rater), Map.of())
                .forEach((order, text) -> rater.seen(name + ": " + order, text)));
    }

    private static Map<String, KnownRater> by(Function<KnownRater, String> key, Collection<KnownRater> raters) {
        return raters.stream().collect(Collectors.toMap(key, rater -> rater));
    }

    private static void note(Map<String, KnownRater> raters, @Nullable String key, String order, String text) {
        KnownRater rater = raters.get(key);
        if (rater != null) {
            rater.seen(order, text);
        }
    }

    private static Map<String, String> byPlace(Map<String, Map<String, String>> heap) {
        return heap.entrySet().stream()
                .collect(Collectors.toMap(row -> row.getValue().get("place"), Map.Entry::getKey));
    }
}
