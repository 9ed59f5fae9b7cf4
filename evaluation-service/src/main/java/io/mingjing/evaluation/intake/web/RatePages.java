package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.intake.application.Rated;
import io.mingjing.evaluation.intake.web.RatePage.Answers;
import io.mingjing.evaluation.intake.web.RatePage.Card;
import io.mingjing.evaluation.intake.web.RatePage.Fault;
import io.mingjing.evaluation.intake.web.RatePage.Kiosk;
import io.mingjing.evaluation.intake.web.RatePage.Staff;
import io.mingjing.evaluation.place.application.CardPhotos;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.domain.Spot;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together what a rater's form shows. */
@ApplicationScoped
class RatePages {

    private final CardPhotos photos;

    RatePages(CardPhotos photos) {
        this.photos = photos;
    }

    /** The empty form; {@code receipts} tells what this browser rated already. */
    RatePage blank(String code, Rated rated, @Nullable Kiosk kiosk, Function<String, Optional<String>> receipts) {
        return of(
                code,
                rated,
                kiosk,
                false,
                cards(
                        rated,
                        (id, item) -> card(
                                id,
                                item,
                                receipts.apply(item.code())
                                        .map(RaterAnswers::grouped)
                                        .orElse(null))));
    }

    /** The form of somebody whose matter another rated: that matter's card alone. */
    RatePage contested(String code, Rated rated, @Nullable Kiosk kiosk, String matter) {
        return of(code, rated, kiosk, true, only(matter, cards(rated, (id, item) -> card(id, item, null))));
    }

    /** The form with what was sent, and what is wrong with it. */
    RatePage faulty(RatingForm sent, Rated rated, @Nullable Kiosk kiosk, ProblemException problem) {
        boolean place = rated instanceof Rated.OfPlace;
        List<Card> cards = cards(
                rated,
                (id, item) -> place || item.code().equals(sent.matter())
                        ? new Card(id, item.code(), item.name(), null, faults(problem), answers(sent))
                        : card(id, item, null));
        return of(sent.code(), rated, kiosk, sent.contested(), sent.contested() ? only(sent.matter(), cards) : cards);
    }

    private interface Cards {
        Card card(String id, Catalogue.Item item);
    }

    private static List<Card> cards(Rated rated, Cards one) {
        List<Catalogue.Item> items =
                switch (rated) {
                    case Rated.OfVisit visit -> visit.matters();
                    case Rated.OfPlace place ->
                        List.of(new Catalogue.Item("", 0, place.spot().name()));
                };
        List<Card> cards = new ArrayList<>();
        for (Catalogue.Item item : items) {
            cards.add(one.card("m" + (cards.size() + 1), item));
        }
        return cards;
    }

    private static List<Card> only(String matter, List<Card> cards) {
        return cards.stream().filter(card -> card.matter().equals(matter)).toList();
    }

    private static Card card(String id, Catalogue.Item item, @Nullable String receipt) {
        return new Card(id, item.code(), item.name(), receipt, List.of(), Answers.NONE);
    }

    private RatePage of(String code, Rated rated, @Nullable Kiosk kiosk, boolean contested, List<Card> cards) {
        Spot spot = rated.spot();
        return new RatePage(
                code,
                rated instanceof Rated.OfPlace place ? place.ticketText() : null,
                kiosk,
                contested,
                spot.hall() == null ? spot.name() : spot.hall() + " · " + spot.name(),
                rated.day(),
                rated.expDay(),
                staff(rated).orElse(null),
                rated.raterType() == RaterType.UNKNOWN,
                rated.scale().levels(),
                rated instanceof Rated.OfPlace ? rated.matters() : List.of(),
                cards);
    }

    private Optional<Staff> staff(Rated rated) {
        return rated.spot() instanceof Catalogue.Window window
                ? window.cardOn(rated.day())
                        .map(card -> new Staff(
                                card.name(), card.duty(), photos.dataUri(card).orElse(null)))
                : Optional.empty();
    }

    private static Answers answers(RatingForm sent) {
        return new Answers(
                sent.matter(),
                sent.level(),
                Set.copyOf(sent.reasons()),
                sent.note(),
                sent.raterType(),
                sent.coerced(),
                sent.verbatim());
    }

    private static List<Fault> faults(ProblemException problem) {
        Language language = Language.current();
        return problem.violations().isEmpty()
                ? List.of(new Fault(
                        "",
                        language.pick(problem.detail().zh(), problem.detail().en())))
                : problem.violations().stream()
                        .map(violation -> new Fault(violation.field(), language.pick(violation.zh(), violation.en())))
                        .toList();
    }
}
