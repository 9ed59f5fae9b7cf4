package io.mingjing.notification.recipient.events;

import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.OrganisationEvent;
import io.mingjing.kernel.event.OrganisationEvent.PostRecorded;
import io.mingjing.kernel.event.OrganisationEvent.UnitRecorded;
import io.mingjing.kernel.event.Topics;
import io.mingjing.kernel.inbox.EventListener;
import io.mingjing.notification.recipient.persistence.Posts;
import io.mingjing.notification.recipient.persistence.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps units and posts as the organisation last described them. */
@ApplicationScoped
class OrganisationListener implements EventListener {

    private final Units units;
    private final Posts posts;

    OrganisationListener(Units units, Posts posts) {
        this.units = units;
        this.posts = posts;
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
                    units.put(unit.code(), unit.name(), unit.kind(), unit.parent(), unit.active(), envelope.sequence());
                case PostRecorded post ->
                    posts.put(
                            new Posts.Row(
                                    post.postId(),
                                    post.role(),
                                    post.unit(),
                                    post.holderSubject(),
                                    post.holderName(),
                                    post.email(),
                                    post.from()),
                            envelope.sequence());
            }
        }
    }
}
