package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.place.application.PlaceRequests.MatterRequest;
import io.mingjing.evaluation.place.domain.Limits;
import io.mingjing.evaluation.place.domain.Matter;
import io.mingjing.evaluation.place.persistence.MatterRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Registers matters (事项) under their official codes; a second registration describes them anew. */
@ApplicationScoped
public class MatterRegister {

    private final MatterRepository matters;
    private final Units units;
    private final PlaceRights rights;
    private final Registrations registrations;
    private final BusinessClock clock;

    MatterRegister(
            MatterRepository matters,
            Units units,
            PlaceRights rights,
            Registrations registrations,
            BusinessClock clock) {
        this.matters = matters;
        this.units = units;
        this.rights = rights;
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * Limits that contradict each other are refused from a person, who can correct them at once. From a system they
     * are taken and listed among the findings: without the matter nobody could rate its visits.
     *
     * @throws ProblemException 422 for an unknown unit, an owner's day not ahead, or a person's contradicting limits
     */
    @Transactional
    public Matter register(Actor actor, String code, MatterRequest request) {
        String owner = request.ownerUnit();
        if (owner != null) {
            units.required("ownerUnit", owner);
        }
        Matter found = matters.findById(code);
        Post post = rights.postFor(
                actor,
                owner != null || found == null ? owner : found.lastOwner().orElse(null));
        Limits limits = new Limits(request.handling(), request.statutoryDays(), request.promisedDays());
        if (post.role() != Role.INTEGRATION) {
            requireSound(limits);
        }
        Matter.Details details =
                new Matter.Details(request.name(), request.type(), request.basis(), request.catalogueVersion());
        Matter known = found == null ? new Matter(code, registrations.drawNumber(), details, limits, owner) : found;
        if (found == null) {
            matters.persist(known);
        } else {
            String last = known.lastOwner().orElse(null);
            rights.postFor(actor, last);
            known.describe(details, limits, clock.today());
            if (owner != null) {
                registrations
                        .changeDay(last, owner, "ownerFrom", request.ownerFrom())
                        .ifPresent(day -> known.passTo(owner, day));
            }
        }
        registrations.keep(actor, post, "matter:" + code, "MATTER_REGISTERED", request.name());
        return known;
    }

    private static void requireSound(Limits limits) {
        if (!limits.faults().isEmpty()) {
            throw new ProblemException(
                    EvaluationProblem.MATTER_LIMITS,
                    EvaluationProblem.MATTER_LIMITS.zh(),
                    EvaluationProblem.MATTER_LIMITS.en(),
                    limits.faults().stream()
                            .map(fault -> new Violation(fault.field(), fault.zh(), fault.en()))
                            .toList(),
                    Map.of());
        }
    }
}
