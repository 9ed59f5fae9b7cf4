package io.mingjing.kernel.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What leaves evaluation-service: closed leaves, nothing smaller and nothing earlier than their slot. */
public sealed interface EvaluationEvent extends DomainEvent {

    UUID leafId();

    @Override
    default String aggregateId() {
        return leafId().toString();
    }

    /**
     * A leaf (叶) closed at its mixing slot and is final.
     *
     * @param leafNumber human number of the leaf
     * @param stream trust class of its ratings: {@code VISIT}, {@code PLACE}, {@code CONTESTED}, {@code SECOND},
     *     {@code TELEPHONE} or {@code THIRD_PARTY}
     * @param scope {@code WINDOW}, {@code SECTION_REST} or {@code BUREAU_REST}; city leaves never leave the service
     * @param placeCode official code of the window; null above a window
     * @param placeName words for the place, such as the window's name or 其余窗口
     * @param ownerUnit code of the unit that leads the leaf's task
     * @param firstWeek first ISO week of its span, such as {@code 2026-W11}
     * @param lastWeek last ISO week of its span
     * @param served confirmed finished visits in the span (V); 0 in a stream that knows of none
     * @param raters distinct confirmed visits that rated (R), distinct tickets or respondents in the other streams
     * @param levels valid ratings (有效评价) by level, keys {@code 1} to {@code 5}
     * @param poor valid ratings at a poor level (差评)
     * @param reasons ratings by reason code; integrity reasons are taken out
     * @param matters ratings by matter code where at least k visits share it, the rest under {@code OTHER}
     * @param caseNumbers one number for each poor rating, tied to no rating
     * @param slot the slot at which it closed; the only time it has
     * @param ratings all ratings, valid or not; null where the difference is too small to be told, and from older senders
     * @param valid valid ratings; null from older senders
     * @param matterUnits valid ratings by the unit that answers for the procedure, as matters; null from older senders
     */
    record LeafClosed(
            UUID leafId,
            String leafNumber,
            String stream,
            String scope,
            @Nullable String placeCode,
            String placeName,
            String ownerUnit,
            String firstWeek,
            String lastWeek,
            long served,
            long raters,
            Map<String, Long> levels,
            long poor,
            Map<String, Long> reasons,
            Map<String, Long> matters,
            List<String> caseNumbers,
            Instant slot,
            @Nullable Long ratings,
            @Nullable Long valid,
            @Nullable Map<String, Long> matterUnits)
            implements EvaluationEvent {

        public LeafClosed {
            levels = Map.copyOf(levels);
            reasons = Map.copyOf(reasons);
            matters = Map.copyOf(matters);
            caseNumbers = List.copyOf(caseNumbers);
            matterUnits = matterUnits == null ? null : Map.copyOf(matterUnits);
        }
    }

    /**
     * The city office's paraphrase of a leaf's texts (转述) was published with a later slot.
     *
     * @param paraphrases the city office's words; a rater's own only where he asked for it (转原文)
     */
    record LeafParaphrased(UUID leafId, List<String> paraphrases, Instant slot) implements EvaluationEvent {

        public LeafParaphrased {
            paraphrases = List.copyOf(paraphrases);
        }
    }

    /**
     * The city office looked at a closed leaf whose poor ratings open no task of themselves (place codes, contested and
     * second ratings) and passed them on to its unit (转办). It does so once for a leaf at most.
     *
     * @param leaf the leaf as it was announced
     * @param at when the office decided
     * @param paraphrases what had been published of the leaf's texts (转述) until then; later ones follow as
     *     {@link LeafParaphrased}. Null from older senders
     */
    record LeafPassedOn(
            LeafClosed leaf, Instant at, @Nullable List<String> paraphrases) implements EvaluationEvent {

        public LeafPassedOn {
            paraphrases = paraphrases == null ? null : List.copyOf(paraphrases);
        }

        @Override
        public UUID leafId() {
            return leaf.leafId();
        }
    }
}
