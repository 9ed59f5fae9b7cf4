package io.mingjing.evaluation.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An attacker with the whole database: lays ratings of a leaf beside its raters, both in some order, and takes the nth
 * rating for the nth rater's. He is given more than he would have: who rated, and who is in which leaf. Orders are texts
 * that sort; the truth is used for counting hits only.
 */
final class Aligner {

    /**
     * A row with what it can be sorted by.
     *
     * @param truth who it belongs to
     * @param orders by the name of the order
     */
    record Row(String leaf, String truth, Map<String, String> orders) {}

    /**
     * How well an alignment did.
     *
     * @param hits ratings tied to the right rater
     * @param ratings all of them
     * @param leaves groups; a blind guess hits once in each, whatever its size
     */
    record Score(String alignment, long hits, long ratings, long leaves) {

        double share() {
            return (double) hits / ratings;
        }

        /** Σ(1/R)/n + 3σ: hits of a blind guess have mean 1 and variance 1 in each leaf. */
        boolean beatsChance() {
            return hits > leaves + 3 * Math.sqrt(leaves);
        }
    }

    private Aligner() {}

    /** Every order of the ratings against every order of the raters, forwards and backwards; best first. */
    static List<Score> align(List<Row> ratings, List<Row> raters) {
        Map<String, List<Row>> ratingsOf = ratings.stream().collect(Collectors.groupingBy(Row::leaf));
        Map<String, List<Row>> ratersOf = raters.stream().collect(Collectors.groupingBy(Row::leaf));
        List<Score> scores = new ArrayList<>();
        for (String left : common(ratings)) {
            for (String right : common(raters)) {
                for (boolean backwards : new boolean[] {false, true}) {
                    long hits = 0;
                    for (String leaf : ratingsOf.keySet()) {
                        hits += hits(ratingsOf.get(leaf), left, ratersOf.get(leaf), right, backwards);
                    }
                    scores.add(new Score(
                            left + " ~ " + right + (backwards ? " backwards" : ""),
                            hits,
                            ratings.size(),
                            ratingsOf.size()));
                }
            }
        }
        scores.sort(Comparator.comparingLong(Score::hits).reversed());
        return scores;
    }

    /** Alignments that beat chance in both of two worlds: what chance does once it rarely does again. */
    static List<String> repeated(List<Score> one, List<Score> other) {
        Map<String, Score> byName = new HashMap<>();
        other.forEach(score -> byName.put(score.alignment(), score));
        return one.stream()
                .filter(Score::beatsChance)
                .filter(score -> byName.get(score.alignment()).beatsChance())
                .map(Score::alignment)
                .toList();
    }

    /** Orders that every row has. */
    private static Set<String> common(List<Row> rows) {
        Set<String> common = new TreeSet<>(rows.getFirst().orders().keySet());
        rows.forEach(row -> common.retainAll(row.orders().keySet()));
        return common;
    }

    private static long hits(List<Row> ratings, String left, List<Row> raters, String right, boolean backwards) {
        Comparator<Row> order = Comparator.comparing(row -> row.orders().get(right));
        List<Row> first = ratings.stream()
                .sorted(Comparator.comparing(row -> row.orders().get(left)))
                .toList();
        List<Row> second =
                raters.stream().sorted(backwards ? order.reversed() : order).toList();
        long hits = 0;
        for (int n = 0; n < first.size(); n++) {
            hits += first.get(n).truth().equals(second.get(n).truth()) ? 1 : 0;
        }
        return hits;
    }
}
