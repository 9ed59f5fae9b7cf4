package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.evaluation.code.persistence.WrappedKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys of expiry days. A day is opened with its first visit, in a transaction of its own: keys first, then codes. */
@Singleton
public class DayKeys {

    /**
     * @param seal seals the boxes of the day
     * @param spend makes the keys of their rows
     * @param mint makes the tags of its visits
     */
    public record Keys(byte[] seal, byte[] spend, byte[] mint) {

        @Override
        public String toString() {
            return "Keys[]";
        }
    }

    private static final List<String> PURPOSES = List.of("seal", "spend", "mint");
    private static final int REMEMBERED = 64;

    private final KeyVault vault;
    private final KeyStore store;
    private final Map<LocalDate, Keys> known = new ConcurrentHashMap<>();

    DayKeys(KeyVault vault, KeyStore store) {
        this.vault = vault;
        this.store = store;
    }

    /** The keys of a day, made where there are none yet. */
    public Keys open(LocalDate expDay) {
        return find(expDay).orElseGet(() -> {
            Map<String, WrappedKey> fresh = new HashMap<>();
            PURPOSES.forEach(purpose -> fresh.put(purpose, vault.wrap(place(expDay, purpose), AesGcm.newKey())));
            QuarkusTransaction.requiringNew().run(() -> store.openDay(expDay, fresh));
            return find(expDay).orElseThrow(KeyVault::locked);
        });
    }

    /**
     * The keys of a day; empty only where the day has none, because it was never opened or they were destroyed.
     *
     * @throws io.mingjing.kernel.http.ProblemException 503 while the vault is locked, or where a key of the day is there
     *     but does not unwrap: then the key file is at fault and no box is bad
     */
    public Optional<Keys> find(LocalDate expDay) {
        Keys remembered = known.get(expDay);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Map<String, WrappedKey> stored = store.dayKeys(expDay);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        if (known.size() >= REMEMBERED) {
            // One of them, and not all: ratings of these days are taken in without a look at the database.
            known.remove(Collections.min(known.keySet()));
        }
        Keys found = new Keys(
                unwrap(expDay, "seal", stored), unwrap(expDay, "spend", stored), unwrap(expDay, "mint", stored));
        known.put(expDay, found);
        return Optional.of(found);
    }

    /** Whether {@link #find} answers without a look at the database. */
    public boolean areAtHand(LocalDate expDay) {
        return known.containsKey(expDay);
    }

    /** Forgets the keys of days that have none any more, whoever destroyed them. */
    void forgetDestroyed() {
        known.keySet().retainAll(store.daysWithKeys());
    }

    private byte[] unwrap(LocalDate expDay, String purpose, Map<String, WrappedKey> stored) {
        return Optional.ofNullable(stored.get(purpose))
                .flatMap(wrapped -> vault.unwrap(place(expDay, purpose), wrapped))
                .orElseThrow(KeyVault::locked);
    }

    static String place(LocalDate expDay, String purpose) {
        return "day " + expDay + " " + purpose;
    }
}
