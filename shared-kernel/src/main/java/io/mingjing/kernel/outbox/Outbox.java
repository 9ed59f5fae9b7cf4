package io.mingjing.kernel.outbox;

import io.mingjing.kernel.event.DomainEvent;
import java.time.Instant;

/** Where a use case announces what it did. The event leaves once the transaction has committed, and only then. */
public interface Outbox {

    /**
     * Adds an event to the running transaction.
     *
     * @param sequence counts per aggregate, taken while the aggregate is locked
     * @param at business time of the fact
     * @throws jakarta.transaction.TransactionalException without a running transaction
     */
    void append(DomainEvent event, long sequence, Instant at);
}
