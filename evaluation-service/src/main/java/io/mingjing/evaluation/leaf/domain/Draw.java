package io.mingjing.evaluation.leaf.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed draw: one slot in four holds a pool back although it could close, so that being held back proves nothing
 * about its levels. Each pool is drawn for by its whole key: two streams of one window that shared a draw would show by
 * their difference why one of them was held.
 */
public final class Draw {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ONE_IN = 4;

    private final SecretKeySpec seed;

    /**
     * @param seed secret; who knows it can tell a hold by the draw from a hold by levels
     */
    public Draw(byte[] seed) {
        this.seed = new SecretKeySpec(seed, ALGORITHM);
    }

    public boolean passes(PoolKey pool, Instant slot) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(seed);
            String place = pool.place() == null ? "" : pool.place();
            String text =
                    String.join("\u001F", pool.scope().name(), place, pool.ownerUnit(), pool.stream(), slot.toString());
            byte[] drawn = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Math.floorMod(drawn[drawn.length - 1], ONE_IN) != 0;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
        }
    }
}
