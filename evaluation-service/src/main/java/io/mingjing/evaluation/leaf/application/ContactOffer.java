package io.mingjing.evaluation.leaf.application;

import java.util.Optional;

/** Whether the receipt page may offer to leave a contact; answered by the aggregate that takes them. */
public interface ContactOffer {

    /** Fingerprint of the key that contacts are sealed to; empty while none can be taken. */
    Optional<String> fingerprint();
}
