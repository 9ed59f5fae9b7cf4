package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.code.application.KeyedHash;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Nonces of pages that know when they were made, for this process and this day only: the seconds since the process began
 * stand in them under the daily salt. So a form has no field that differs from one second to the next, nothing is stored,
 * and whoever finds a cookie later, with the database or without, reads no time in it.
 */
@Singleton
class PageAges {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 16;
    private static final int CHECK_BYTES = 4;
    private static final int BYTES = RANDOM_BYTES + Integer.BYTES + CHECK_BYTES;

    private final DailySalt salts;
    private final LongSupplier seconds;

    @Inject
    PageAges(DailySalt salts) {
        this(salts, since(System.nanoTime()));
    }

    private PageAges(DailySalt salts, LongSupplier seconds) {
        this.salts = salts;
        this.seconds = seconds;
    }

    /** For tests: with a count of seconds of their own. */
    static PageAges counting(DailySalt salts, LongSupplier seconds) {
        return new PageAges(salts, seconds);
    }

    String newNonce() {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        ByteBuffer mask = mask(random);
        byte[] nonce = ByteBuffer.allocate(BYTES)
                .put(random)
                .putInt((int) seconds.getAsLong() ^ mask.getInt())
                .putInt(mask.getInt())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }

    /** How old a nonce is; empty for one that was made elsewhere, yesterday, or by somebody else. */
    Optional<Duration> ageOf(String nonce) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer mask = mask(Arrays.copyOf(bytes, RANDOM_BYTES));
        ByteBuffer said = ByteBuffer.wrap(bytes, RANDOM_BYTES, Integer.BYTES + CHECK_BYTES);
        int made = said.getInt() ^ mask.getInt();
        return said.getInt() == mask.getInt()
                ? Optional.of(Duration.ofSeconds(seconds.getAsLong() - made))
                : Optional.empty();
    }

    private ByteBuffer mask(byte[] random) {
        return ByteBuffer.wrap(KeyedHash.of(salts.today().bytes(), "page age", random));
    }

    private static LongSupplier since(long begin) {
        return () -> Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }
}
