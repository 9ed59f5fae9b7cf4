package io.mingjing.kernel.ids;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Identifiers from the platform's secure random source. */
@ApplicationScoped
class RandomIds implements Ids {

    @Override
    public UUID next() {
        return UUID.randomUUID();
    }
}
