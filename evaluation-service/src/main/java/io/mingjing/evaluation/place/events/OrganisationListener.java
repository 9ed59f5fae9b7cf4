package io.mingjing.evaluation.place.events;

import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Unit;
import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.OrganisationEvent;
import io.mingjing.kernel.event.OrganisationEvent.PostRecorded;
import io.mingjing.kernel.event.OrganisationEvent.UnitRecorded;
import io.mingjing.kernel.event.Topics;
import io.mingjing.kernel.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps the tree of units; who holds a post does not matter here. */
@ApplicationScoped
class OrganisationListener implements EventListener {

    private final Units units;

    OrganisationListener(Units units) {
        this.units = units;
    }

    @Override
    public Set<Topics> topics() {
        return Set.of(Topics.ORGANISATION);
    }

    @Override
    public void on(Envelope envelope) {
        if (envelope.event() instanceof OrganisationEvent event) {
            switch (event) {
                case UnitRecorded unit ->
                    units.record(
                            new Unit(unit.code(), unit.name(), unit.kind(), unit.parent(), unit.active()),
                            envelope.sequence());
                case PostRecorded post -> {}
            }
        }
    }
}
