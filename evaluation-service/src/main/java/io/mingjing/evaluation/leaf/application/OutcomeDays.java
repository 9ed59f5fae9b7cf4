package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.CityOrder;
import io.mingjing.evaluation.leaf.domain.Leaf;
import io.mingjing.evaluation.leaf.persistence.LeafBriefs.Brief;
import io.mingjing.evaluation.leaf.persistence.SecondOffers;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Since when it is known what came of a leaf, and so how long everybody in it may rate a second time (追评): from the first
 * close of its task; where it opens none, from the day on which the city office was done with its own order; from its own slot where nobody in it was
 * dissatisfied, for then that is the outcome. It depends on the leaf alone, never on a rating.
 */
@ApplicationScoped
class OutcomeDays {

    /** Days for which a second rating is open. */
    static final int OPEN_DAYS = 30;

    /** Days after which no second rating of a leaf can be sealed any more. */
    static final int EXPIRE_AFTER = OPEN_DAYS + 3;

    private final SecondOffers offers;
    private final OfficeStory office;
    private final BusinessClock clock;

    OutcomeDays(SecondOffers offers, OfficeStory office, BusinessClock clock) {
        this.offers = offers;
        this.office = office;
        this.clock = clock;
    }

    /** Empty while the outcome is not known. */
    Optional<LocalDate> since(Brief leaf) {
        if (leaf.poor() == 0) {
            return Optional.of(leaf.slot());
        }
        Optional<LocalDate> task = offers.since(leaf.id());
        return task.isEmpty() && Leaf.ordersOfCity(leaf.scope(), leaf.stream())
                ? office.orderOf(leaf.id()).map(CityOrder::doneDay)
                : task;
    }

    /** The last day for a second rating; empty while and where none is open. */
    Optional<LocalDate> openUntil(Brief leaf) {
        return since(leaf).map(day -> day.plusDays(OPEN_DAYS)).filter(last -> !clock.today()
                .isAfter(last));
    }
}
