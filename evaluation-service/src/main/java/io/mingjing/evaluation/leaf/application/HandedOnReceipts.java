package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.MixedReceipts;
import io.mingjing.evaluation.leaf.persistence.MixedRatings;
import jakarta.enterprise.context.ApplicationScoped;

/** Receipts that went into a leaf. */
@ApplicationScoped
class HandedOnReceipts implements MixedReceipts {

    private final MixedRatings mixed;

    HandedOnReceipts(MixedRatings mixed) {
        this.mixed = mixed;
    }

    @Override
    public boolean holds(byte[] receiptHash) {
        return mixed.leafOf(receiptHash).isPresent();
    }
}
