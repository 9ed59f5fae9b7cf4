package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.KeyState;
import io.mingjing.evaluation.code.persistence.KeyRingStore;
import io.mingjing.evaluation.code.persistence.KeyRingStore.Proposal;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.evaluation.code.persistence.KeyStore.StoredServiceKey;
import io.mingjing.evaluation.code.persistence.KeyWraps;
import io.mingjing.evaluation.code.persistence.KeyWraps.Wrapped;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which keys there are, for the people who look after them; none of it is a key. */
@ApplicationScoped
public class KeyViews {

    /** Everything at once. */
    public record Keys(List<Ring> purposes, List<Kek> keks) {}

    /**
     * The keys of one purpose.
     *
     * @param rotation when a new key takes over; {@code NEVER} where it cannot be replaced
     */
    public record Ring(String purpose, String name, KeyPurpose.Renewal rotation, boolean revocable, List<Key> keys) {}

    /**
     * A key.
     *
     * @param fromDay first day it serves, where the key is chosen by day; null otherwise
     * @param kek id of the key that wraps it
     * @param revocation what one person proposed and another has yet to confirm
     */
    public record Key(
            int kid,
            KeyState state,
            String algorithm,
            @Nullable LocalDate fromDay,
            String kek,
            @Nullable Revocation revocation) {}

    public record Revocation(String proposedBy, String reason, Instant until) {}

    /**
     * A key-encryption key: once it wraps nothing and another is active, it can be taken out of the file.
     *
     * @param active whether it wraps what is new
     * @param inFile whether this replica's key file has it
     */
    public record Kek(String id, boolean active, boolean inFile, long serviceKeys, long dayKeys) {}

    private final KeyVault vault;
    private final KeyStore store;
    private final KeyRingStore rings;
    private final KeyWraps wraps;
    private final KeyRevocation revocations;
    private final BusinessClock clock;

    KeyViews(
            KeyVault vault,
            KeyStore store,
            KeyRingStore rings,
            KeyWraps wraps,
            KeyRevocation revocations,
            BusinessClock clock) {
        this.vault = vault;
        this.store = store;
        this.rings = rings;
        this.wraps = wraps;
        this.revocations = revocations;
        this.clock = clock;
    }

    public Keys all() {
        List<StoredServiceKey> keys = store.serviceKeys();
        List<Proposal> proposals = rings.proposals();
        return new Keys(
                Arrays.stream(KeyPurpose.values())
                        .map(purpose -> ring(purpose, keys, proposals))
                        .toList(),
                keks());
    }

    public Ring ring(KeyPurpose purpose) {
        return ring(purpose, store.serviceKeys(), rings.proposals());
    }

    private Ring ring(KeyPurpose purpose, List<StoredServiceKey> keys, List<Proposal> proposals) {
        return new Ring(
                purpose.word(),
                purpose.zh(),
                purpose.renewal(),
                purpose.revocable(),
                keys.stream()
                        .filter(key -> key.purpose().equals(purpose.word()))
                        .map(key -> key(purpose, key, proposals))
                        .toList());
    }

    private Key key(KeyPurpose purpose, StoredServiceKey key, List<Proposal> proposals) {
        Revocation revocation = proposals.stream()
                .filter(one -> one.purpose().equals(key.purpose()) && one.kid() == key.kid())
                .filter(one -> clock.now().isBefore(revocations.until(one)))
                .findFirst()
                .map(one -> new Revocation(one.name(), one.why(), revocations.until(one)))
                .orElse(null);
        return new Key(
                key.kid(),
                key.state(),
                key.algorithm().word(),
                purpose.renewal() == KeyPurpose.Renewal.BY_DAY ? key.fromDay() : null,
                key.key().kekId(),
                revocation);
    }

    private List<Kek> keks() {
        Map<String, Wrapped> counts = new LinkedHashMap<>(wraps.counts());
        List<String> inFile = vault.isOpen() ? List.copyOf(vault.ids()) : List.of();
        String active = vault.isOpen() ? vault.active() : "";
        inFile.forEach(id -> counts.putIfAbsent(id, new Wrapped(0, 0)));
        return counts.entrySet().stream()
                .map(kek -> new Kek(
                        kek.getKey(),
                        kek.getKey().equals(active),
                        inFile.contains(kek.getKey()),
                        kek.getValue().service(),
                        kek.getValue().day()))
                .toList();
    }
}
