package io.mingjing.evaluation.intake.application;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Before there is a mixer, no box is empty and no receipt has been handed on. */
@DefaultBean
@ApplicationScoped
class NothingMixed implements MixedReceipts {

    @Override
    public boolean holds(byte[] receiptHash) {
        return false;
    }
}
