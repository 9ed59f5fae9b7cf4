package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A random salt that lives in this process for one civil day and is written nowhere. What is counted under it means
 * nothing after midnight, and nothing to anybody who has only the database.
 */
@Singleton
class DailySalt {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final BusinessClock clock;
    private volatile @Nullable Salt current;

    DailySalt(BusinessClock clock) {
        this.clock = clock;
    }

    /** The salt of a day. */
    record Salt(LocalDate day, byte[] bytes) {

        /** A key for a text that says nothing about it. */
        long keyOf(String purpose, String text) {
            return ByteBuffer.wrap(KeyedHash.of(bytes, purpose, text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        }

        /** The same for a token, which is random already. */
        long keyOf(byte[] token) {
            return ByteBuffer.wrap(token).getLong() ^ ByteBuffer.wrap(bytes).getLong();
        }

        @Override
        public String toString() {
            return "Salt[" + day + "]";
        }
    }

    Salt today() {
        LocalDate today = clock.today();
        Salt salt = current;
        return salt != null && salt.day().equals(today) ? salt : drawn(today);
    }

    private synchronized Salt drawn(LocalDate day) {
        Salt salt = current;
        if (salt == null || !salt.day().equals(day)) {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            salt = new Salt(day, bytes);
            current = salt;
        }
        return salt;
    }
}
