package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.domain.KeyState;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.evaluation.code.persistence.KeyStore.StoredServiceKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that outlive a day, as rings by key id: {@code code} (MAC of visit codes), {@code posted} (of place
 * codes) and {@code ticket} (of their tickets), {@code page} (page secrets), {@code receipt} (receipt codes), {@code
 * leaf} and {@code draw} (the mixer's). Held in memory, so that a code is checked before any question to the database.
 */
@ApplicationScoped
public class ServiceKeys {

    public static final String CODE = "code";

    /** MAC of place codes, which hang printed on walls for years: a ring apart from that of the visits' codes. */
    public static final String POSTED = "posted";

    /** MAC of the one-time tickets of place codes. */
    public static final String TICKET = "ticket";

    public static final String PAGE = "page";
    public static final String RECEIPT = "receipt";

    /** Seals what the mixer keeps beside its sums. */
    public static final String LEAF = "leaf";

    /** Seed of the mixer's draw. */
    public static final String DRAW = "draw";

    private static final List<String> PURPOSES = List.of(CODE, POSTED, TICKET, PAGE, RECEIPT, LEAF, DRAW);

    /** A key of a ring. */
    public record RingKey(int kid, KeyState state, byte[] key) {

        @Override
        public String toString() {
            return "RingKey[" + kid + " " + state + "]";
        }
    }

    private final KeyVault vault;
    private final KeyStore store;
    private volatile Map<String, Map<Integer, RingKey>> rings = Map.of();

    ServiceKeys(KeyVault vault, KeyStore store) {
        this.vault = vault;
        this.store = store;
    }

    /**
     * Reads the rings anew: a rotation or revocation elsewhere counts here from then on.
     *
     * @return false while the vault is locked
     */
    public boolean refresh() {
        if (!vault.tryOpen()) {
            return false;
        }
        List<StoredServiceKey> stored = store.serviceKeys();
        for (String purpose : PURPOSES) {
            if (stored.stream().noneMatch(key -> key.purpose().equals(purpose))) {
                store.addServiceKey(new StoredServiceKey(
                        purpose, 1, KeyState.ACTIVE, vault.wrap(place(purpose, 1), AesGcm.newKey())));
            }
        }
        Map<String, Map<Integer, RingKey>> read = new HashMap<>();
        for (StoredServiceKey key : store.serviceKeys()) {
            vault.unwrap(place(key.purpose(), key.kid()), key.key())
                    .ifPresent(plain -> read.computeIfAbsent(key.purpose(), purpose -> new HashMap<>())
                            .put(key.kid(), new RingKey(key.kid(), key.state(), plain)));
        }
        rings = read;
        return true;
    }

    /** The key that makes what is new. */
    public RingKey active(String purpose) {
        return ring(purpose).values().stream()
                .filter(key -> key.state() == KeyState.ACTIVE)
                .findFirst()
                .orElseThrow(KeyVault::locked);
    }

    /** A key by its id, whatever its state. */
    public Optional<RingKey> find(String purpose, int kid) {
        return Optional.ofNullable(ring(purpose).get(kid));
    }

    private Map<Integer, RingKey> ring(String purpose) {
        Map<Integer, RingKey> ring = rings.get(purpose);
        if (ring == null) {
            throw KeyVault.locked();
        }
        return ring;
    }

    private static String place(String purpose, int kid) {
        return "service " + purpose + " " + kid;
    }
}
