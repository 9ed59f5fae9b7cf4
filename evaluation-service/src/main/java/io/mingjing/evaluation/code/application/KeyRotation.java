package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.KeyPurpose.Renewal;
import io.mingjing.evaluation.code.domain.KeyState;
import io.mingjing.evaluation.code.persistence.KeyRingStore;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Idempotency;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new key in the place of the active one (轮换). What the old key made stays good: rotation loses nothing, however
 * many ratings are on their way. The other replicas follow within seconds.
 */
@ApplicationScoped
public class KeyRotation {

    private static final int LAST_KID = 255;

    private final ServiceKeys keys;
    private final KeyStore store;
    private final KeyRingStore rings;
    private final KeyRights rights;
    private final Idempotency idempotency;
    private final AuditTrail trail;
    private final BusinessClock clock;

    KeyRotation(
            ServiceKeys keys,
            KeyStore store,
            KeyRingStore rings,
            KeyRights rights,
            Idempotency idempotency,
            AuditTrail trail,
            BusinessClock clock) {
        this.keys = keys;
        this.store = store;
        this.rings = rings;
        this.rights = rights;
        this.idempotency = idempotency;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Rotates a ring; when this returns, this replica works with it.
     *
     * @param key the caller's Idempotency-Key
     * @return id of the new key; of the first one where the request is repeated
     * @throws ProblemException 403, 422 where keys of the purpose cannot be replaced, 503 while the keys are locked
     */
    public int rotate(Actor actor, KeyPurpose purpose, @Nullable String key) {
        Post post = rights.toAct(actor);
        if (purpose.renewal() == Renewal.NEVER) {
            throw new ProblemException(
                    CommonProblem.RULE,
                    purpose.zh() + "密钥不轮换：已收到的内容长期凭它查找，换了就再也找不到",
                    "Keys of " + purpose.word() + " are not rotated: what was taken in is found by it for years,"
                            + " and with another key never again");
        }
        int kid = QuarkusTransaction.requiringNew().call(() -> {
            byte[] hash = Idempotency.hash(List.of("rotation", purpose.word()));
            Optional<String> earlier = idempotency.locationOf(actor, key, hash);
            if (earlier.isPresent()) {
                return Integer.parseInt(earlier.get());
            }
            int fresh = replace(purpose, KeyState.VERIFY_ONLY);
            idempotency.remember(actor, key, hash, String.valueOf(fresh));
            keep(actor, post, purpose, "KEY_ROTATED", String.valueOf(fresh), null);
            return fresh;
        });
        keys.refresh();
        return kid;
    }

    /**
     * Adds a new active key in the running transaction.
     *
     * @param before what becomes of the one that was active
     */
    int replace(KeyPurpose purpose, KeyState before) {
        Map<Integer, KeyState> ring = rings.lock(purpose);
        int kid = ring.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        if (kid > LAST_KID) {
            throw new ProblemException(
                    CommonProblem.CONFLICT,
                    purpose.zh() + "密钥已轮换 " + LAST_KID + " 次，编号用尽，请联系维护单位",
                    "The ring of " + purpose.word() + " has no key id left");
        }
        ring.forEach((old, state) -> {
            if (state == KeyState.ACTIVE) {
                rings.setState(purpose, old, before);
            }
        });
        LocalDate fromDay = clock.today().plusDays(purpose.daysToTakeOver());
        store.addServiceKey(keys.fresh(purpose, kid, fromDay));
        return kid;
    }

    void keep(Actor actor, Post post, KeyPurpose purpose, String action, String kid, @Nullable String why) {
        trail.append(new AuditTrail.Act(
                "key:" + purpose.word(),
                action,
                actor.subject(),
                actor.name(),
                post.toString(),
                null,
                kid,
                why,
                clock.now()));
    }
}
