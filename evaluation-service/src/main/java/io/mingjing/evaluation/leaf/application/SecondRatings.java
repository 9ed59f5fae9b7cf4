package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.intake.application.SealedIntake;
import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.leaf.domain.LeafSums;
import io.mingjing.evaluation.leaf.domain.RatedReceipt;
import io.mingjing.evaluation.leaf.persistence.LeafBriefs;
import io.mingjing.evaluation.leaf.persistence.LeafBriefs.Brief;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Second ratings (追评): one for a receipt, open to everybody in a leaf once it is known what came of it. They go through
 * the sealed intake into a stream of their own, fill no gate of visits, and name the leaf's place and the day on which its
 * outcome became known, nothing of the visit.
 */
@ApplicationScoped
public class SecondRatings {

    private static final int MOST_WORDS = 500;

    /** What became of one. */
    public enum Outcome {
        /** It is durable, now or since it was sent before: of several with one receipt the first one counts. */
        TAKEN,
        /** Another one holds its place (已追评). */
        BEFORE,
        UNKNOWN_RECEIPT,
        /** It is not known yet what came of the leaf, or it was known more than 30 days ago. */
        NOT_OPEN
    }

    private final ReceiptRatings receipts;
    private final LeafBriefs leaves;
    private final OutcomeDays days;
    private final Scales scales;
    private final DayKeys keys;
    private final SealedIntake intake;

    SecondRatings(
            ReceiptRatings receipts,
            LeafBriefs leaves,
            OutcomeDays days,
            Scales scales,
            DayKeys keys,
            SealedIntake intake) {
        this.receipts = receipts;
        this.leaves = leaves;
        this.days = days;
        this.scales = scales;
        this.keys = keys;
        this.intake = intake;
    }

    /** The levels one may choose from in second ratings that are open on a day. */
    public List<Scale.Level> levelsOn(LocalDate day) {
        return scales.on(day).levels();
    }

    /**
     * Takes a second rating; when this answers {@code TAKEN}, it is durable.
     *
     * @throws ProblemException 422 with every fault; 503 where it cannot be stored
     */
    public Outcome submit(@Nullable String receipt, @Nullable Integer level, @Nullable FreeText words) {
        Optional<RatedReceipt> rated = receipts.find(receipt == null ? "" : receipt);
        if (rated.isEmpty()) {
            return Outcome.UNKNOWN_RECEIPT;
        }
        Optional<Brief> leaf = Optional.ofNullable(rated.get().leaf())
                .flatMap(leaves::find)
                .filter(closed -> days.openUntil(closed).isPresent());
        Optional<LocalDate> since = leaf.flatMap(days::since);
        if (leaf.isEmpty() || since.isEmpty()) {
            return Outcome.NOT_OPEN;
        }
        Scale scale = scales.on(since.get());
        int chosen = check(scale, level, words);
        LocalDate expDay = since.get().plusDays(OutcomeDays.EXPIRE_AFTER);
        byte[] spend = keys.open(expDay).spend();
        byte[] hash = rated.get().hash();
        String place = Optional.ofNullable(leaf.get().place()).orElse(leaf.get().ownerUnit());
        RatingRecord rating = new RatingRecord(
                chosen,
                List.of(),
                LeafSums.OTHER,
                RaterType.UNKNOWN.name(),
                Channel.MOBILE.pf(),
                KeyedHash.of(spend, "second receipt", hash),
                KeyedHash.shortOf(spend, "second tag", hash),
                Streams.SECOND,
                Marks.NONE,
                words == null || words.isEmpty() ? null : words.value(),
                since.get(),
                leaf.get().ownerUnit(),
                leaf.get().ownerUnit(),
                scale.version());
        return switch (intake.take(expDay, KeyedHash.of(spend, "second", hash), place, rating)) {
            // The same for whoever sends it again because the answer was lost, and for whoever holds another's receipt.
            case FRESH, SAME -> Outcome.TAKEN;
            case TAKEN -> Outcome.BEFORE;
        };
    }

    private static int check(Scale scale, @Nullable Integer level, @Nullable FreeText words) {
        List<Violation> faults = new ArrayList<>();
        boolean known = level != null && scale.level(level).isPresent();
        if (!known) {
            faults.add(new Violation("level", "请选择满意程度（5 至 1）", "choose how satisfied you are (5 to 1)"));
        }
        if (words != null && words.length() > MOST_WORDS) {
            faults.add(new Violation("note", "意见最多 " + MOST_WORDS + " 字", "at most " + MOST_WORDS + " characters"));
        }
        if (level == null || !faults.isEmpty()) {
            throw new ProblemException(
                    EvaluationProblem.NOT_A_RATING,
                    "追评没有提交，请改正",
                    "The second rating was not sent; correct it",
                    faults,
                    Map.of());
        }
        return level;
    }
}
