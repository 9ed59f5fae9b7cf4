package io.mingjing.evaluation.intake.application;

/** Which receipts the mixer has handed on: asked when a rating is sent again after its box was emptied. */
public interface MixedReceipts {

    boolean holds(byte[] receiptHash);
}
