package io.mingjing.evaluation.code.application;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 over parts that cannot run into each other, kept apart by the purpose they serve. */
public final class KeyedHash {

    private KeyedHash() {}

    public static byte[] of(byte[] key, String purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            feed(mac, purpose.getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                feed(mac, part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The first 128 bits of it. */
    public static byte[] shortOf(byte[] key, String purpose, byte[]... parts) {
        return Arrays.copyOf(of(key, purpose, parts), 16);
    }

    private static void feed(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(4).putInt(part.length).flip());
        mac.update(part);
    }
}
