package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.application.ServiceKeys.RingKey;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.VisitCode;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Token ids of the self-test (自检): 8 random bytes and 8 bytes of their HMAC. Without the key they look like any other,
 * with it they are known in memory; no visit stands behind them.
 */
@Singleton
public class SelfTestTokens {

    private static final int HALF = VisitCode.TOKEN_BYTES / 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ServiceKeys keys;

    SelfTestTokens(ServiceKeys keys) {
        this.keys = keys;
    }

    /** A new token id. */
    public byte[] mint() {
        byte[] token = new byte[HALF];
        RANDOM.nextBytes(token);
        return marked(keys.active(KeyPurpose.SELF_TEST), token);
    }

    /**
     * Whether a token id is the self-test's. Every key of the ring is looked at, so the answer takes the same time for
     * all tokens.
     */
    public boolean isTest(byte[] tokenId) {
        byte[] random = Arrays.copyOf(tokenId, HALF);
        boolean test = false;
        for (RingKey key : keys.usable(KeyPurpose.SELF_TEST)) {
            test |= MessageDigest.isEqual(marked(key, random), tokenId);
        }
        return test;
    }

    private static byte[] marked(RingKey key, byte[] random) {
        byte[] token = Arrays.copyOf(random, VisitCode.TOKEN_BYTES);
        byte[] mark = KeyedHash.shortOf(key.key(), "self-test", random);
        System.arraycopy(mark, 0, token, HALF, HALF);
        return token;
    }
}
