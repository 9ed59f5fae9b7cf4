package io.mingjing.evaluation.contact.application;

import io.mingjing.evaluation.contact.domain.OfficeKey;
import io.mingjing.evaluation.leaf.application.ContactOffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Contacts are offered while there is a key of the office to be trusted. */
@ApplicationScoped
class ContactOfferNow implements ContactOffer {

    private final OfficeKeys keys;

    ContactOfferNow(OfficeKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<String> fingerprint() {
        return keys.current().map(OfficeKey::fingerprint);
    }
}
