package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.evaluation.code.persistence.KeyStore.StoredServiceKey;
import io.mingjing.evaluation.code.persistence.KeyWraps;
import io.mingjing.evaluation.code.persistence.KeyWraps.StoredDayKey;
import io.mingjing.evaluation.code.persistence.WrappedKey;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Wraps every key anew with the last key-encryption key (KEK) of the key file, so that the ones before can be taken out
 * of it. The keys themselves stay the same: nothing that is out or sealed is touched. A backup of before cannot be opened
 * any more once its KEK is destroyed (anonymity rule K11).
 */
@ApplicationScoped
public class KeyRewrapping {

    /**
     * What was wrapped anew.
     *
     * @param kek id of the key that wraps all keys now
     */
    public record Rewrapped(String kek, int serviceKeys, int dayKeys) {}

    private final KeyVault vault;
    private final KeyStore store;
    private final KeyWraps wraps;
    private final KeyRights rights;
    private final AuditTrail trail;
    private final BusinessClock clock;

    KeyRewrapping(
            KeyVault vault, KeyStore store, KeyWraps wraps, KeyRights rights, AuditTrail trail, BusinessClock clock) {
        this.vault = vault;
        this.store = store;
        this.wraps = wraps;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Does it, all or nothing; doing it again changes nothing.
     *
     * @throws ProblemException 403, 409 where the key file lacks a key that is needed, 503 while the keys are locked
     */
    @Transactional
    public Rewrapped run(Actor actor) {
        Post post = rights.toAct(actor);
        vault.tryOpen();
        String kek = vault.active();
        List<StoredServiceKey> service = store.serviceKeys().stream()
                .filter(key -> !key.key().kekId().equals(kek))
                .toList();
        for (StoredServiceKey key : service) {
            wraps.rewrap(key, anew(ServiceKeys.place(key.purpose(), key.kid()), key.key()));
        }
        List<StoredDayKey> days = wraps.daysNotUnder(kek);
        for (StoredDayKey key : days) {
            wraps.rewrap(key, anew(DayKeys.place(key.expDay(), key.purpose()), key.key()));
        }
        if (!service.isEmpty() || !days.isEmpty()) {
            trail.append(new AuditTrail.Act(
                    "key:kek",
                    "KEYS_REWRAPPED",
                    actor.subject(),
                    actor.name(),
                    post.toString(),
                    null,
                    kek + " · " + service.size() + " + " + days.size(),
                    null,
                    clock.now()));
        }
        return new Rewrapped(kek, service.size(), days.size());
    }

    private WrappedKey anew(String place, WrappedKey before) {
        return vault.unwrap(place, before)
                .map(key -> vault.wrap(place, key))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.CONFLICT,
                        "密钥文件缺少 " + before.kekId() + "，请先补回再重新封装",
                        "The key file lacks " + before.kekId() + "; put it back first"));
    }
}
