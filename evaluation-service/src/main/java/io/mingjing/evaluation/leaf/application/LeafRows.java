package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.domain.Ballot;
import io.mingjing.evaluation.leaf.domain.PrivateMatter;
import io.mingjing.evaluation.leaf.domain.PrivateMatter.Kind;
import io.mingjing.evaluation.leaf.persistence.MixedRatings.NoteRow;
import io.mingjing.evaluation.leaf.persistence.MixedRatings.RatingRow;
import io.mingjing.evaluation.leaf.persistence.MixedRatings.ReceiptRow;
import io.mingjing.kernel.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What becomes of the ratings of a leaf: rows with their seals. Sealing is most of the work of closing a leaf, so it is
 * spread over the processors. Integrity reasons (廉洁问题) and a note beside them go to discipline alone and leave no trace in
 * the rows of the leaf.
 */
@ApplicationScoped
class LeafRows {

    /** Below this, spreading the work costs more than it saves. */
    private static final int WORTH_SPREADING = 256;

    private final LeafSeals seals;
    private final Scales scales;
    private final Ids ids;

    LeafRows(LeafSeals seals, Scales scales, Ids ids) {
        this.seals = seals;
        this.scales = scales;
        this.ids = ids;
    }

    List<RatingRow> ratings(UUID leaf, List<Ballot> ballots) {
        return each(ballots, ballot -> {
            RatingRecord rating = ballot.rating();
            return new RatingRow(
                    ids.next(),
                    rating.level(),
                    List.copyOf(ballot.reasons(reason -> !isIntegrity(reason))),
                    rating.marks().validity().name(),
                    seals.context(leaf, ballot));
        });
    }

    List<ReceiptRow> receipts(UUID leaf, List<Ballot> ballots) {
        return each(ballots, ballot -> new ReceiptRow(ballot.rating().receiptHash(), seals.receipt(leaf, ballot)));
    }

    List<NoteRow> notes(UUID leaf, List<Ballot> ballots) {
        return each(
                ballots.stream()
                        .filter(ballot -> integrity(ballot).isEmpty())
                        .filter(ballot -> ballot.rating().note() != null)
                        .toList(),
                ballot -> new NoteRow(ids.next(), seals.note(leaf, ballot)));
    }

    /** What is taken out of the leaf's tally: one matter for each rating and each of the two kinds. */
    List<PrivateMatter> privateMatters(List<Ballot> ballots) {
        return ballots.stream()
                .flatMap(ballot -> Stream.concat(
                        integrity(ballot).isEmpty()
                                ? Stream.empty()
                                : Stream.of(matter(Kind.INTEGRITY, ballot, List.copyOf(integrity(ballot)))),
                        ballot.rating().marks().coerced()
                                ? Stream.of(matter(Kind.COERCION, ballot, List.of()))
                                : Stream.empty()))
                .toList();
    }

    /** Ratings by what the stuffing radar noticed of them, valid or not. */
    Map<String, Long> flags(List<Ballot> ballots) {
        Map<String, Long> flags = new TreeMap<>();
        ballots.forEach(ballot -> ballot.rating().marks().flags().forEach(flag -> flags.merge(flag, 1L, Long::sum)));
        return flags;
    }

    boolean isIntegrity(String reason) {
        return scales.isIntegrity(reason);
    }

    private Set<String> integrity(Ballot ballot) {
        return ballot.reasons(this::isIntegrity);
    }

    private static PrivateMatter matter(Kind kind, Ballot ballot, List<String> reasons) {
        RatingRecord rating = ballot.rating();
        return new PrivateMatter(
                kind,
                ballot.place(),
                rating.ownerUnit(),
                rating.matterUnit(),
                rating.visitDay(),
                rating.level(),
                reasons,
                rating.note());
    }

    private static <T> List<T> each(List<Ballot> ballots, Function<Ballot, T> row) {
        Stream<Ballot> all = ballots.size() < WORTH_SPREADING ? ballots.stream() : ballots.parallelStream();
        return all.map(row).toList();
    }
}
