package io.mingjing.evaluation.intake.application;

import java.util.Optional;

/** Receipt codes (回执码): 13 characters of Crockford's base 32, 65 bits, known to the rater only. */
public interface ReceiptCodes {

    /** The code for a page's secret and a matter: the same again for the same page. */
    String codeFor(byte[] pageSecret, String matter);

    /** What a rater typed, in its one written form: upper case, no separators, O as 0, I and L as 1; empty if not one. */
    Optional<String> read(String typed);

    /**
     * The keyed hash that boxes and receipts are found by.
     *
     * @param code in its written form
     */
    byte[] hash(String code);
}
