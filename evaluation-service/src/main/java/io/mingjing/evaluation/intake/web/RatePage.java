package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.intake.application.RatedVisit;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rater's form as its template shows it: one card for each matter of the visit.
 *
 * @param askRaterType whether the visit leaves open who was served
 */
public record RatePage(
        String code,
        String hall,
        String window,
        LocalDate day,
        LocalDate validTo,
        boolean askRaterType,
        List<Scale.Level> levels,
        List<Card> cards) {

    /** What is wrong with a field, in the reader's words. */
    public record Fault(String field, String words) {}

    /**
     * One matter.
     *
     * @param id start of the ids of its fields
     * @param receipt where this browser rated it already; null otherwise
     */
    public record Card(
            String id,
            String matter,
            String name,
            @Nullable String receipt,
            List<Fault> faults,
            @Nullable Integer level,
            Set<String> reasons,
            String note,
            String raterType) {

        /** The first fault of a field; null where it has none. */
        public @Nullable String faultOf(String field) {
            return faults.stream()
                    .filter(fault -> fault.field().equals(field))
                    .map(Fault::words)
                    .findFirst()
                    .orElse(null);
        }

        public boolean chose(int one) {
            return level != null && level == one;
        }

        public boolean ticked(String reason) {
            return reasons.contains(reason);
        }
    }

    /** The empty form; {@code receipts} tells what this browser rated already. */
    static RatePage blank(String code, RatedVisit visit, Function<String, @Nullable String> receipts) {
        return of(
                code,
                visit,
                (id, item) -> new Card(
                        id, item.code(), item.name(), receipts.apply(item.code()), List.of(), null, Set.of(), "", ""));
    }

    /** The form with what was sent, and what is wrong with it. */
    static RatePage faulty(
            String code, RatedVisit visit, RatingForm sent, ProblemException problem, Language language) {
        List<Fault> faults = problem.violations().stream()
                .map(violation -> fault(violation, language))
                .toList();
        return of(
                code,
                visit,
                (id, item) -> item.code().equals(sent.matter())
                        ? new Card(
                                id,
                                item.code(),
                                item.name(),
                                null,
                                faults,
                                sent.level(),
                                Set.copyOf(sent.reasons()),
                                sent.note(),
                                sent.raterType())
                        : new Card(id, item.code(), item.name(), null, List.of(), null, Set.of(), "", ""));
    }

    public boolean isFaulty() {
        return cards.stream().anyMatch(card -> !card.faults().isEmpty());
    }

    private interface Cards {
        Card card(String id, Catalogue.Item item);
    }

    private static RatePage of(String code, RatedVisit visit, Cards cards) {
        List<Card> all = new ArrayList<>();
        for (Catalogue.Item item : visit.matters()) {
            all.add(cards.card("m" + (all.size() + 1), item));
        }
        return new RatePage(
                code,
                visit.window().hall(),
                visit.window().name(),
                visit.code().visitDay(),
                visit.code().expDay(),
                visit.code().raterType() == RaterType.UNKNOWN,
                visit.scale().levels(),
                all);
    }

    private static Fault fault(Violation violation, Language language) {
        return new Fault(violation.field(), language.pick(violation.zh(), violation.en()));
    }
}
