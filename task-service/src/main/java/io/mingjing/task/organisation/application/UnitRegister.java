package io.mingjing.task.organisation.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.TaskProblem;
import io.mingjing.task.organisation.domain.Unit;
import io.mingjing.task.organisation.persistence.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Records units. Recording the same facts again changes nothing and announces nothing. */
@ApplicationScoped
public class UnitRegister {

    /** A unit as it is now on record, and whether it is new. */
    public record Recorded(Unit unit, boolean created) {}

    private final UnitRepository units;
    private final UnitRules rules;
    private final Registrar registrar;
    private final OrganisationAnnouncer announcer;
    private final BusinessClock clock;

    UnitRegister(
            UnitRepository units,
            UnitRules rules,
            Registrar registrar,
            OrganisationAnnouncer announcer,
            BusinessClock clock) {
        this.units = units;
        this.rules = rules;
        this.registrar = registrar;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * Records what a unit is.
     *
     * @throws io.mingjing.kernel.http.ProblemException {@link TaskProblem#UNIT_INVALID}, or forbidden where the actor's
     *     posts do not reach; nothing recorded
     */
    @Transactional
    public Recorded record(String code, Unit.Facts facts, Actor actor) {
        Optional<Unit> known = units.findByIdOptional(code);
        rules.violations(code, facts, known).refuseIfAny(TaskProblem.UNIT_INVALID);
        Post as = postFor(code, facts, known, actor);
        String before = known.map(Unit::facts).map(Unit.Facts::words).orElse(null);
        Unit unit = known.orElseGet(() -> Unit.recorded(code, facts));
        if (unit.amend(facts) || known.isEmpty()) {
            units.persistAndFlush(unit);
            var at = clock.now();
            String action = known.isEmpty() ? "UNIT_RECORDED" : "UNIT_AMENDED";
            long sequence = registrar.note(actor, as, "unit:" + code, action, before, facts.words(), at);
            announcer.unitRecorded(unit, sequence, at);
        }
        return new Recorded(unit, known.isEmpty());
    }

    /** A unit that is new or moves is also a matter of the unit above it. */
    private Post postFor(String code, Unit.Facts facts, Optional<Unit> known, Actor actor) {
        String parent = facts.parent();
        boolean staysThere = known.isPresent() && known.get().parent().equals(Optional.ofNullable(parent));
        Post above = parent == null || staysThere ? null : registrar.postAt(parent, actor);
        return above != null && known.isEmpty() ? above : registrar.postAt(code, actor);
    }
}
