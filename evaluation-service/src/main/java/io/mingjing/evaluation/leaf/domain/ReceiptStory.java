package io.mingjing.evaluation.leaf.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a receipt tells, the same for everybody in a leaf.
 *
 * @param paraphrases what the city office published of the leaf's notes, in its own words
 * @param secondUntil last day on which everybody in the leaf may rate a second time (追评); null while it is not open
 */
public record ReceiptStory(
        ReceiptAnswer answer,
        List<String> paraphrases,
        @Nullable LocalDate secondUntil) {

    public ReceiptStory {
        paraphrases = List.copyOf(paraphrases);
    }
}
