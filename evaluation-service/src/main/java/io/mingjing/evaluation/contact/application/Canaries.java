package io.mingjing.evaluation.contact.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.code.application.KeyVault;
import io.mingjing.evaluation.contact.domain.CanaryStanding;
import io.mingjing.evaluation.contact.domain.Letter;
import io.mingjing.evaluation.contact.domain.OfficeKey;
import io.mingjing.evaluation.contact.persistence.Mornings;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Canaries (自检信): each morning a contact that holds a word of chance. Only who has the office's private key can send the
 * word back, so a key that was swapped or lost shows within days.
 */
@ApplicationScoped
public class Canaries {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int WORD_BYTES = 16;

    private final OfficeSeal seal;
    private final OuterLayer outer;
    private final Mornings mornings;
    private final KeyVault vault;
    private final BusinessClock clock;
    private final AtomicInteger missed;

    Canaries(
            OfficeSeal seal,
            OuterLayer outer,
            Mornings mornings,
            KeyVault vault,
            BusinessClock clock,
            MeterRegistry metrics) {
        this.seal = seal;
        this.outer = outer;
        this.mornings = mornings;
        this.vault = vault;
        this.clock = clock;
        this.missed = metrics.gauge("mingjing_contact_canary_missed_days", new AtomicInteger());
        metrics.gauge(
                "mingjing_contact_canary_alarm", missed, days -> days.get() >= CanaryStanding.ALARM_AFTER ? 1 : 0);
    }

    /** A canary, sealed to the office, and what its word will be known by. */
    record Fresh(byte[] sealed, byte[] proof) {}

    /**
     * @param id the row it will lie in; the word counts from there only
     */
    Fresh fresh(OfficeKey key, UUID id, LocalDate day) {
        byte[] random = new byte[WORD_BYTES];
        RANDOM.nextBytes(random);
        String word = HexFormat.of().formatHex(random);
        return new Fresh(seal.seal(key, Letter.canary(word, day)), proof(id, word));
    }

    /** The morning whose canary lay in this row and held this word. */
    Optional<LocalDate> morningOf(UUID id, String word) {
        return mornings.ofProof(proof(id, word));
    }

    /** Since when the office is known to be able to open. */
    public CanaryStanding standing() {
        return CanaryStanding.of(mornings.newest(), clock.today());
    }

    /** Counts anew for the metric. */
    public void watch() {
        if (vault.isOpen()) {
            missed.set(standing().missed());
        }
    }

    private byte[] proof(UUID id, String word) {
        return outer.hash(
                "canary", id.toString().getBytes(StandardCharsets.UTF_8), word.getBytes(StandardCharsets.UTF_8));
    }
}
