package io.mingjing.task.organisation.application;

import io.mingjing.kernel.event.OrganisationEvent;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.outbox.Outbox;
import io.mingjing.task.organisation.domain.Holding;
import io.mingjing.task.organisation.domain.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Tells the other services what the organisation now looks like; each event carries the whole new state. */
@ApplicationScoped
class OrganisationAnnouncer {

    private final Outbox outbox;

    OrganisationAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    void unitRecorded(Unit unit, long sequence, Instant at) {
        Unit.Facts facts = unit.facts();
        outbox.append(
                new OrganisationEvent.UnitRecorded(
                        unit.code(), facts.name(), facts.kind().name(), facts.parent(), facts.active()),
                sequence,
                at);
    }

    void postRecorded(Post post, Optional<Holding> holding, long sequence, Instant at) {
        Optional<Holding.Holder> holder = holding.map(Holding::holder);
        outbox.append(
                new OrganisationEvent.PostRecorded(
                        post.toString(),
                        post.role().word(),
                        post.unit(),
                        holder.map(Holding.Holder::subject).orElse(null),
                        holder.map(Holding.Holder::name).orElse(null),
                        holder.map(Holding.Holder::email).orElse(null),
                        holding.map(Holding::from).orElse(null)),
                sequence,
                at);
    }
}
