package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.leaf.application.OfficeStory;
import io.mingjing.evaluation.leaf.domain.CityOrder;
import io.mingjing.evaluation.office.domain.CityOrder.Done;
import io.mingjing.evaluation.office.persistence.CityOrderRows;
import io.mingjing.evaluation.office.persistence.PublishedParaphrases;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What everybody with a receipt of a leaf may read of the city office's work: the same for all of the leaf (K7). */
@ApplicationScoped
class ReceiptStories implements OfficeStory {

    private final PublishedParaphrases paraphrases;
    private final CityOrderRows rows;
    private final OrderSeals seals;

    ReceiptStories(PublishedParaphrases paraphrases, CityOrderRows rows, OrderSeals seals) {
        this.paraphrases = paraphrases;
        this.rows = rows;
        this.seals = seals;
    }

    @Override
    public List<String> paraphrasesOf(UUID leaf) {
        return paraphrases.ofLeaf(leaf);
    }

    @Override
    public Optional<CityOrder> orderOf(UUID leaf) {
        return rows.ofLeaf(leaf).map(row -> {
            Done done = seals.open(row).done();
            // What came of an order that was passed on, the unit's task says.
            return done == null || done.passedOn()
                    ? new CityOrder(null, null)
                    : new CityOrder(LocalDate.ofInstant(done.at(), BusinessClock.ZONE), done.result());
        });
    }
}
