package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.persistence.CatalogueStore;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue in memory, so that taking a rating asks the database nothing. It is read anew after each change made
 * here, and every few seconds for changes made by another replica. A change of owner begins on a later day, so being
 * a few seconds behind never sends a rating to the wrong unit.
 */
@Singleton
public class Places {

    private final CatalogueStore store;
    private volatile @Nullable Catalogue known;

    Places(CatalogueStore store) {
        this.store = store;
    }

    public Catalogue catalogue() {
        Catalogue catalogue = known;
        return catalogue == null ? refresh() : catalogue;
    }

    /** The same without a look at the database; empty until somebody has read it. */
    public Optional<Catalogue> atHand() {
        return Optional.ofNullable(known);
    }

    public Catalogue refresh() {
        Catalogue read = store.read();
        known = read;
        return read;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlacesChanged event) {
        known = null;
    }
}
