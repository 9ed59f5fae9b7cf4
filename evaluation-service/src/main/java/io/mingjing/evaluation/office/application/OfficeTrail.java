package io.mingjing.evaluation.office.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the city side did and looked at, for the trail; never what raters said. */
@ApplicationScoped
class OfficeTrail {

    private final AuditTrail audit;
    private final BusinessClock clock;

    OfficeTrail(AuditTrail audit, BusinessClock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** An act; joins the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long did(
            Actor actor,
            Post post,
            String aggregate,
            String action,
            @Nullable String from,
            @Nullable String to,
            @Nullable String why) {
        return audit.append(new AuditTrail.Act(
                aggregate, action, actor.subject(), actor.name(), post.toString(), from, to, why, clock.now()));
    }

    /** A look, before anything of it is handed out. */
    @Transactional
    public void looked(Actor actor, Post post, String aggregate, String action) {
        did(actor, post, aggregate, action, null, null, null);
    }

    /** What a slot did by itself; joins the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long bySlot(String aggregate, String action, @Nullable String to, Instant slot) {
        return audit.append(new AuditTrail.Act(aggregate, action, "system", "city office", null, null, to, null, slot));
    }
}
