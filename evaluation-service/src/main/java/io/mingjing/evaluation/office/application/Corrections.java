package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.office.domain.Correction;
import io.mingjing.evaluation.office.domain.Correction.Claim;
import io.mingjing.evaluation.office.domain.Correction.Person;
import io.mingjing.evaluation.office.domain.Correction.State;
import io.mingjing.evaluation.office.domain.LeafFacts;
import io.mingjing.evaluation.office.persistence.CorrectionRepository;
import io.mingjing.evaluation.office.persistence.LeafRows;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.Idempotency;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides later on that ratings are not valid: one person of the city office proposes, another
 * confirms or refuses. No unit can; no rating and no leaf is ever changed.
 */
@ApplicationScoped
public class Corrections {

    /** A correction with the leaf it is about. */
    public record Known(Correction correction, LeafFacts leaf, boolean own) {}

    private static final String LOCATION = "/api/v1/corrections/";

    private final OfficeRights rights;
    private final OfficeTrail trail;
    private final LeafRows leaves;
    private final CorrectionRepository corrections;
    private final Idempotency idempotency;
    private final BusinessClock clock;
    private final Ids ids;

    Corrections(
            OfficeRights rights,
            OfficeTrail trail,
            LeafRows leaves,
            CorrectionRepository corrections,
            Idempotency idempotency,
            BusinessClock clock,
            Ids ids) {
        this.rights = rights;
        this.trail = trail;
        this.leaves = leaves;
        this.corrections = corrections;
        this.idempotency = idempotency;
        this.clock = clock;
        this.ids = ids;
    }

    /** The leaf with a number (叶号), for whoever wants to propose something for it. */
    public Optional<LeafFacts> leaf(Actor actor, String number) {
        rights.office(actor);
        return leaves.byNumber(number);
    }

    /**
     * Proposes one.
     *
     * @param key of the request: the same again proposes nothing
     * @return where it is
     * @throws ProblemException 422 for more ratings than the leaf has at this level, earlier corrections counted
     */
    @Transactional
    public String propose(Actor actor, @Nullable String key, Claim claim) {
        Post post = rights.office(actor);
        byte[] hash = Idempotency.hash(claim);
        Optional<String> before = idempotency.locationOf(actor, key, hash);
        if (before.isPresent()) {
            return before.get();
        }
        corrections.lockLeaf(claim.leafId());
        LeafFacts leaf =
                leaves.find(claim.leafId()).orElseThrow(() -> refused("leaf", "没有这个叶", "there is no such leaf"));
        long left = leaf.levels().get(claim.level() - 1)
                - corrections.standing(leaf.id()).stream()
                        .filter(one -> one.level() == claim.level())
                        .mapToLong(Correction::ratings)
                        .sum();
        if (claim.ratings() > left) {
            throw refused(
                    "ratings", "该叶此等次最多还可更正 " + left + " 条", "the leaf has " + left + " ratings at this level left");
        }
        UUID id = ids.next();
        corrections.persist(Correction.proposed(id, claim, new Person(actor.subject(), actor.name()), clock.now()));
        trail.did(
                actor,
                post,
                "correction:" + id,
                "CORRECTION_PROPOSED",
                null,
                "%s: %d × %d, %s".formatted(leaf.number(), claim.level(), claim.ratings(), claim.ground()),
                claim.why());
        idempotency.remember(actor, key, hash, LOCATION + id);
        return LOCATION + id;
    }

    /**
     * The second person's decision.
     *
     * @param why null where it is confirmed without a word
     * @throws ProblemException 404; 409 where it was decided, and for whoever proposed it
     */
    @Transactional
    public void decide(Actor actor, UUID id, boolean confirmed, @Nullable String why) {
        Post post = rights.office(actor);
        Correction correction = corrections.lock(id).orElseThrow(Corrections::unknown);
        if (correction.state() != State.PROPOSED) {
            throw new ProblemException(
                    CommonProblem.CONFLICT,
                    "这项更正已经办理，请刷新",
                    "This correction was decided already; reload",
                    List.of(),
                    Map.of("state", correction.state().name()));
        }
        Person person = new Person(actor.subject(), actor.name());
        if (!correction.awaits(person)) {
            throw EvaluationProblem.SECOND_PERSON.because(
                    "确认人须与提出人不同，请由市营商办另一位同事办理",
                    "Whoever proposed it does not decide it: ask a colleague of the city office");
        }
        correction.decide(confirmed, person, clock.now(), why);
        trail.did(
                actor,
                post,
                "correction:" + id,
                confirmed ? "CORRECTION_CONFIRMED" : "CORRECTION_REFUSED",
                State.PROPOSED.name(),
                correction.state().name(),
                why);
    }

    /**
     * For the city office and oversight.
     *
     * @param state null for all
     */
    public ListPage<Known> page(Actor actor, @Nullable State state, @Nullable String after, int limit) {
        rights.officeOrOversight(actor);
        Cursor cursor = Cursor.parse(after, 1);
        UUID mark;
        try {
            mark = cursor == null ? null : UUID.fromString(cursor.parts().getFirst());
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.foreign();
        }
        List<Known> rows = corrections.page(state, mark, limit + 1).stream()
                .map(one -> known(actor, one))
                .toList();
        return ListPage.cut(rows, limit, row -> Cursor.of(row.correction().id()));
    }

    /** @throws ProblemException 404 where there is none */
    public Known find(Actor actor, UUID id) {
        rights.officeOrOversight(actor);
        return corrections.findByIdOptional(id).map(one -> known(actor, one)).orElseThrow(Corrections::unknown);
    }

    private Known known(Actor actor, Correction correction) {
        LeafFacts leaf = leaves.find(correction.leafId()).orElseThrow(Corrections::unknown);
        return new Known(correction, leaf, correction.isOwn(new Person(actor.subject(), actor.name())));
    }

    private static ProblemException unknown() {
        return new ProblemException(CommonProblem.NOT_FOUND, "没有这项更正", "There is no such correction");
    }

    private static ProblemException refused(String field, String zh, String en) {
        return new ProblemException(CommonProblem.RULE, zh, en, List.of(new Violation(field, zh, en)), Map.of());
    }
}
