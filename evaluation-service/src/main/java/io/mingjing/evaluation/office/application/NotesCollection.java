package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.leaf.application.SlotClosed;
import io.mingjing.evaluation.office.persistence.LeavesToParaphrase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lays the leaves with notes that a slot closed before the city office. */
@ApplicationScoped
class NotesCollection {

    private final LeavesToParaphrase waiting;

    NotesCollection(LeavesToParaphrase waiting) {
        this.waiting = waiting;
    }

    void after(@Observes SlotClosed slot) {
        waiting.collect(NotesCollection.class.getName());
    }
}
