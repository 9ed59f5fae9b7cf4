package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.ReceiptCodes;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.domain.RatedReceipt;
import io.mingjing.evaluation.leaf.persistence.ReceiptRows;
import io.mingjing.kernel.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds the rating behind a receipt, pending or mixed, for what its holder leaves later. */
@ApplicationScoped
public class ReceiptRatings {

    private final ReceiptCodes codes;
    private final ReceiptRows rows;
    private final LeafSeals seals;
    private final PendingReceipts pending;

    ReceiptRatings(ReceiptCodes codes, ReceiptRows rows, LeafSeals seals, PendingReceipts pending) {
        this.codes = codes;
        this.rows = rows;
        this.seals = seals;
        this.pending = pending;
    }

    /**
     * @param typed what the rater typed
     * @return empty for a receipt nobody gave
     * @throws ProblemException 503 where so many ask for unknown receipts that this one's turn does not come
     */
    public Optional<RatedReceipt> find(String typed) {
        return codes.read(typed).map(codes::hash).flatMap(this::behind);
    }

    private Optional<RatedReceipt> behind(byte[] hash) {
        // The leaf may close between the two questions, so the first is asked again.
        return mixed(hash)
                .or(() -> pending.find(hash).map(found -> ofBox(hash, found)))
                .or(() -> mixed(hash));
    }

    private Optional<RatedReceipt> mixed(byte[] hash) {
        return rows.mixed(hash).map(row -> seals.openReceipt(row.leaf(), hash, row.seal()));
    }

    private static RatedReceipt ofBox(byte[] hash, PendingReceipts.Pending found) {
        RatingRecord rating = found.rating();
        return new RatedReceipt(
                hash,
                found.box().place(),
                rating.visitDay(),
                rating.ownerUnit(),
                rating.matterUnit(),
                rating.level(),
                rating.reasons(),
                rating.marks().coerced(),
                null);
    }
}
