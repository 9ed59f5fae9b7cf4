package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.KeyState;
import io.mingjing.evaluation.code.domain.MacAlgorithm;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.evaluation.code.persistence.KeyStore.StoredServiceKey;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys that outlive a day, as rings by key id, see {@link KeyPurpose}. Held in memory, so that a code is checked
 * before any question to the database.
 */
@Singleton
public class ServiceKeys {

    public static final KeyPurpose CODE = KeyPurpose.CODE;
    public static final KeyPurpose PAGE = KeyPurpose.PAGE;
    public static final KeyPurpose RECEIPT = KeyPurpose.RECEIPT;
    public static final KeyPurpose LEAF = KeyPurpose.LEAF;
    public static final KeyPurpose DRAW = KeyPurpose.DRAW;
    public static final KeyPurpose CONTACT = KeyPurpose.CONTACT;

    /**
     * A key of a ring.
     *
     * @param fromDay first day it serves, where the key is chosen by day
     */
    public record RingKey(int kid, KeyState state, MacAlgorithm algorithm, LocalDate fromDay, byte[] key) {

        /** The first key of a ring has served ever since. */
        static final LocalDate EVER_SINCE = LocalDate.of(2000, 1, 1);

        private static final Comparator<RingKey> BY_FIRST_DAY =
                Comparator.comparing(RingKey::fromDay).thenComparing(RingKey::kid);

        @Override
        public String toString() {
            return "RingKey[" + kid + " " + state + "]";
        }
    }

    /**
     * The keys of one purpose, in the orders in which they are asked for at every rating.
     *
     * @param active makes what is new; null where none does
     * @param newestFirst by the first day they serve
     */
    private record Ring(
            Map<Integer, RingKey> byId, @Nullable RingKey active, List<RingKey> newestFirst, List<RingKey> usable) {

        static Ring of(Map<Integer, RingKey> keys) {
            List<RingKey> newestFirst = keys.values().stream()
                    .sorted(RingKey.BY_FIRST_DAY.reversed())
                    .toList();
            return new Ring(
                    keys,
                    newestFirst.stream()
                            .filter(key -> key.state() == KeyState.ACTIVE)
                            .findFirst()
                            .orElse(null),
                    newestFirst,
                    newestFirst.stream()
                            .filter(key -> key.state() != KeyState.REVOKED)
                            .toList());
        }
    }

    private final KeyVault vault;
    private final KeyStore store;
    private final EvaluationConfig config;
    private volatile Map<KeyPurpose, Ring> rings = Map.of();

    ServiceKeys(KeyVault vault, KeyStore store, EvaluationConfig config) {
        this.vault = vault;
        this.store = store;
        this.config = config;
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
        Set<String> kept =
                store.serviceKeys().stream().map(StoredServiceKey::purpose).collect(Collectors.toSet());
        for (KeyPurpose purpose : KeyPurpose.values()) {
            if (!kept.contains(purpose.word())) {
                store.addServiceKey(fresh(purpose, 1, RingKey.EVER_SINCE));
            }
        }
        Map<KeyPurpose, Ring> before = rings;
        Map<KeyPurpose, Map<Integer, RingKey>> read = new EnumMap<>(KeyPurpose.class);
        for (StoredServiceKey key : store.serviceKeys()) {
            KeyPurpose.ofWord(key.purpose()).ifPresent(purpose -> vault.unwrap(
                            place(key.purpose(), key.kid()), key.key())
                    // Wrapped anew with a key that this replica's file does not have yet: it is the same key still.
                    .or(() -> Optional.ofNullable(before.get(purpose))
                            .map(ring -> ring.byId().get(key.kid()))
                            .map(RingKey::key))
                    .ifPresent(plain -> read.computeIfAbsent(purpose, any -> new HashMap<>())
                            .put(
                                    key.kid(),
                                    new RingKey(key.kid(), key.state(), key.algorithm(), key.fromDay(), plain))));
        }
        Map<KeyPurpose, Ring> ordered = new EnumMap<>(KeyPurpose.class);
        read.forEach((purpose, keys) -> ordered.put(purpose, Ring.of(keys)));
        rings = ordered;
        return true;
    }

    /**
     * Whether there is a key for every purpose. An open vault alone is not enough: between it and the rings being read
     * boxes open, but nothing can be sealed.
     */
    public boolean areThere() {
        Map<KeyPurpose, Ring> read = rings;
        return vault.isOpen()
                && Stream.of(KeyPurpose.values())
                        .allMatch(purpose ->
                                read.containsKey(purpose) && read.get(purpose).active() != null);
    }

    /** The key that makes what is new. */
    public RingKey active(KeyPurpose purpose) {
        RingKey active = ring(purpose).active();
        if (active == null) {
            throw KeyVault.locked();
        }
        return active;
    }

    /** The key of a day, where the key is chosen by day: whoever asks, and whenever, it is the same one. */
    public RingKey on(KeyPurpose purpose, LocalDate day) {
        for (RingKey key : ring(purpose).newestFirst()) {
            if (!key.fromDay().isAfter(day)) {
                return key;
            }
        }
        throw KeyVault.locked();
    }

    /** A key by its id, whatever its state. */
    public Optional<RingKey> find(KeyPurpose purpose, int kid) {
        return Optional.ofNullable(ring(purpose).byId().get(kid));
    }

    /** All keys of a purpose that have not been revoked. */
    List<RingKey> usable(KeyPurpose purpose) {
        return ring(purpose).usable();
    }

    /** A new active key, wrapped and ready to be stored. */
    StoredServiceKey fresh(KeyPurpose purpose, int kid, LocalDate fromDay) {
        return new StoredServiceKey(
                purpose.word(),
                kid,
                KeyState.ACTIVE,
                purpose.signsCodes() ? config.keys().codeAlgorithm() : MacAlgorithm.HMAC_SHA256,
                fromDay,
                vault.wrap(place(purpose.word(), kid), AesGcm.newKey()));
    }

    private Ring ring(KeyPurpose purpose) {
        Ring ring = rings.get(purpose);
        if (ring == null) {
            throw KeyVault.locked();
        }
        return ring;
    }

    static String place(String purpose, int kid) {
        return "service " + purpose + " " + kid;
    }
}
