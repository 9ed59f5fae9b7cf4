package io.mingjing.notification.delivery.persistence;

import io.mingjing.notification.delivery.domain.LedgerEntry;
import io.mingjing.notification.delivery.domain.LedgerEntry.Place;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The ledger of deliveries: the database lets the service add and read lines, nothing else. */
@ApplicationScoped
public class Ledger implements PanacheRepositoryBase<LedgerEntry, Place> {

    /** All lines of a delivery, oldest first. */
    public List<LedgerEntry> of(UUID deliveryId) {
        return list("place.deliveryId = ?1 order by place.position", deliveryId);
    }
}
