package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.KeyState;
import io.mingjing.evaluation.code.persistence.KeyRingStore;
import io.mingjing.evaluation.code.persistence.KeyRingStore.Proposal;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Revokes a key (吊销): everything it made is refused from then on, so it takes two people. One proposes, and within
 * {@value #HOURS_TO_CONFIRM} hours another one, with another sign-in, confirms by asking for the same.
 */
@ApplicationScoped
public class KeyRevocation {

    public static final int HOURS_TO_CONFIRM = 24;

    /** What came of asking for a revocation. */
    public sealed interface Outcome {

        /** A second person has to confirm. */
        record Proposed(String by, Instant until) implements Outcome {}

        /** The key is revoked, now or since before. */
        record Revoked() implements Outcome {}
    }

    private final ServiceKeys keys;
    private final KeyRotation rotation;
    private final KeyRingStore rings;
    private final KeyRights rights;
    private final BusinessClock clock;

    KeyRevocation(ServiceKeys keys, KeyRotation rotation, KeyRingStore rings, KeyRights rights, BusinessClock clock) {
        this.keys = keys;
        this.rotation = rotation;
        this.rings = rings;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Proposes a revocation, or confirms the one that another person proposed; when this returns, this replica refuses
     * what a revoked key made.
     *
     * @throws ProblemException 403, 404 where there is no such key, 422 where keys of the purpose are not revoked
     */
    public Outcome ask(Actor actor, KeyPurpose purpose, int kid, String why) {
        Post post = rights.toAct(actor);
        if (!purpose.revocable()) {
            throw new ProblemException(
                    CommonProblem.RULE,
                    purpose.zh() + "密钥不能吊销：吊销后已收到的评价无法核对。可以轮换的请轮换",
                    "Keys of " + purpose.word()
                            + " are not revoked: ratings that were taken could no longer be matched");
        }
        Outcome outcome = QuarkusTransaction.requiringNew().call(() -> asked(actor, post, purpose, kid, why));
        keys.refresh();
        return outcome;
    }

    /**
     * Takes a proposal back; nothing happens where there is none.
     *
     * @throws ProblemException 403
     */
    @Transactional
    public void takeBack(Actor actor, KeyPurpose purpose, int kid) {
        Post post = rights.toAct(actor);
        if (rings.dropProposal(purpose, kid)) {
            rotation.keep(actor, post, purpose, "KEY_REVOCATION_TAKEN_BACK", String.valueOf(kid), null);
        }
    }

    public Instant until(Proposal proposal) {
        return proposal.at().plus(Duration.ofHours(HOURS_TO_CONFIRM));
    }

    private Outcome asked(Actor actor, Post post, KeyPurpose purpose, int kid, String why) {
        KeyState state = Optional.ofNullable(rings.lock(purpose).get(kid))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.NOT_FOUND,
                        "没有密钥 " + purpose.word() + " " + kid,
                        "There is no key " + purpose.word() + " " + kid));
        if (state == KeyState.REVOKED) {
            return new Outcome.Revoked();
        }
        Optional<Proposal> open =
                rings.proposal(purpose, kid).filter(proposal -> clock.now().isBefore(until(proposal)));
        if (open.isEmpty()) {
            Proposal proposal = new Proposal(purpose.word(), kid, actor.subject(), actor.name(), why, clock.now());
            rings.propose(proposal);
            rotation.keep(actor, post, purpose, "KEY_REVOCATION_PROPOSED", String.valueOf(kid), why);
            return new Outcome.Proposed(actor.name(), until(proposal));
        }
        Proposal proposal = open.get();
        if (proposal.subject().equals(actor.subject())) {
            return new Outcome.Proposed(proposal.name(), until(proposal));
        }
        if (state == KeyState.ACTIVE) {
            rotation.replace(purpose, KeyState.VERIFY_ONLY);
        }
        rings.setState(purpose, kid, KeyState.REVOKED);
        rings.dropProposal(purpose, kid);
        rotation.keep(actor, post, purpose, "KEY_REVOKED", String.valueOf(kid), proposal.name() + "：" + proposal.why());
        return new Outcome.Revoked();
    }
}
