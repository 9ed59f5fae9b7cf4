package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.Ticket;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.domain.Spot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rater's page is about, as its code opened it. */
public sealed interface Rated {

    Spot spot();

    /** Matters to choose from, in the order of the page. */
    List<Catalogue.Item> matters();

    /** The one in force on {@link #day()}. */
    Scale scale();

    /** 16 bytes: whose rating it is, without saying who. */
    byte[] token();

    /** Civil day of the visit, or of the scan. */
    LocalDate day();

    /** Last day on which it can be rated. */
    default LocalDate expDay() {
        return CodeLife.expDay(day());
    }

    /** As far as it is known without asking. */
    RaterType raterType();

    /** Trust class of its ratings, one of {@link Streams}. */
    String stream();

    /** The matter that was asked for, as it is recorded; empty where it is none of these. */
    Optional<String> matterOf(@Nullable String asked);

    /** Unit that owned a matter of these on the day; empty where that is the place's. */
    default Optional<String> ownerOf(String matter) {
        return item(matters(), matter).flatMap(item -> item.ownerOn(day()));
    }

    /** What a rating of a matter spends: there is one rating for each. */
    String spends(String matter);

    private static Optional<String> among(List<Catalogue.Item> matters, @Nullable String asked) {
        return item(matters, asked).map(Catalogue.Item::code);
    }

    private static Optional<Catalogue.Item> item(List<Catalogue.Item> matters, @Nullable String code) {
        for (Catalogue.Item item : matters) {
            if (item.code().equals(code)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** A finished visit: each of its matters is rated once (一次一评、一事一评). */
    record OfVisit(VisitCode code, Catalogue.Window spot, List<Catalogue.Item> matters, Scale scale) implements Rated {

        public OfVisit {
            matters = List.copyOf(matters);
        }

        @Override
        public byte[] token() {
            return code.tokenId();
        }

        @Override
        public LocalDate day() {
            return code.visitDay();
        }

        @Override
        public RaterType raterType() {
            return code.raterType();
        }

        @Override
        public String stream() {
            return Streams.VISIT;
        }

        @Override
        public Optional<String> matterOf(@Nullable String asked) {
            return among(matters, asked);
        }

        @Override
        public String spends(String matter) {
            return matter;
        }
    }

    /**
     * A place, by its posted code: a scan's ticket is good for one rating, whatever matter is chosen, or none.
     *
     * @param ticketText what the form carries
     */
    record OfPlace(
            PostedCode code, String ticketText, Ticket ticket, Spot spot, List<Catalogue.Item> matters, Scale scale)
            implements Rated {

        public OfPlace {
            matters = List.copyOf(matters);
        }

        @Override
        public byte[] token() {
            return ticket.tokenId();
        }

        @Override
        public LocalDate day() {
            return ticket.day();
        }

        @Override
        public RaterType raterType() {
            return RaterType.UNKNOWN;
        }

        @Override
        public String stream() {
            return Streams.PLACE;
        }

        @Override
        public Optional<String> matterOf(@Nullable String asked) {
            return asked == null || asked.isEmpty() || asked.equals(RatingRecord.NO_MATTER)
                    ? Optional.of(RatingRecord.NO_MATTER)
                    : among(matters, asked);
        }

        @Override
        public String spends(String matter) {
            return RatingRecord.NO_MATTER;
        }
    }
}
