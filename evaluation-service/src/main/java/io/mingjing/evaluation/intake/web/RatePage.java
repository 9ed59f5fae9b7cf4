package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.http.Language;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rater's form as its template shows it: one card for each matter of the visit, or one for the place.
 *
 * @param ticket of a place; null for a visit
 * @param kiosk null where the page is no kiosk's
 * @param contested whether it is the card of somebody whose matter another rated
 * @param where hall and window, or the place
 * @param staff the window card; null where there is none
 * @param askRaterType whether the visit leaves open who was served
 * @param matters what may be named at a place
 */
public record RatePage(
        String code,
        @Nullable String ticket,
        @Nullable Kiosk kiosk,
        boolean contested,
        String where,
        LocalDate day,
        LocalDate validTo,
        @Nullable Staff staff,
        boolean askRaterType,
        List<Scale.Level> levels,
        List<Catalogue.Item> matters,
        List<Card> cards) {

    /** What is wrong with a field, in the reader's words; {@code field} is empty where it is about none. */
    public record Fault(String field, String words) {}

    /**
     * The card of whoever serves at the window (亮牌).
     *
     * @param photo a {@code data:} address; null where there is none
     */
    public record Staff(String name, String duty, @Nullable String photo) {}

    /**
     * The device that shows the page to one person after the other.
     *
     * @param code place code of the device; empty where it has none
     * @param nonce what another page would keep as a cookie
     */
    public record Kiosk(String code, String nonce) {

        /**
         * The device while it answers one request, in the language that its form names: a cookie would be there for the
         * next person too.
         */
        static Kiosk speaking(String code, String nonce, @Nullable String speak, RoutingContext request) {
            ("en".equals(speak) ? Language.EN : Language.ZH).answer(request);
            return new Kiosk(code, nonce);
        }

        /** Where it begins anew, in Chinese. */
        public String start() {
            return code.isEmpty() ? "/r/kiosk" : "/r/" + code;
        }
    }

    /**
     * One matter, or the place.
     *
     * @param id start of the ids of its fields
     * @param receipt where this browser rated it already; null otherwise
     */
    public record Card(
            String id, String matter, String name, @Nullable String receipt, List<Fault> faults, Answers answers) {

        /** The first fault of a field; null where it has none. */
        public @Nullable String faultOf(String field) {
            return faults.stream()
                    .filter(fault -> fault.field().equals(field))
                    .map(Fault::words)
                    .findFirst()
                    .orElse(null);
        }

        public boolean chose(int one) {
            return answers.level() != null && answers.level() == one;
        }

        public boolean ticked(String reason) {
            return answers.reasons().contains(reason);
        }
    }

    /** What stands in a card's fields. */
    public record Answers(
            String matter,
            @Nullable Integer level,
            Set<String> reasons,
            String note,
            String raterType,
            boolean coerced,
            boolean verbatim) {

        static final Answers NONE = new Answers("", null, Set.of(), "", "", false, false);
    }

    public boolean isFaulty() {
        return cards.stream().anyMatch(card -> !card.faults().isEmpty());
    }

    public boolean isPlace() {
        return ticket != null;
    }

    /** Days after which an answer that could not be sent is worth nothing. */
    public long days() {
        return ChronoUnit.DAYS.between(day, validTo) + 1;
    }
}
