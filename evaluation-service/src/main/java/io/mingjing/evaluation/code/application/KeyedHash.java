package io.mingjing.evaluation.code.application;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 over parts that cannot run into each other, kept apart by the purpose they serve. */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Spares<Mac> MACS = new Spares<>(KeyedHash::mac);

    private KeyedHash() {}

    public static byte[] of(byte[] key, String purpose, byte[]... parts) {
        byte[] text = joined(purpose.getBytes(StandardCharsets.UTF_8), parts);
        Mac mac = MACS.take();
        try {
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] hash = mac.doFinal(text);
            MACS.giveBack(mac);
            return hash;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The first 128 bits of it. */
    public static byte[] shortOf(byte[] key, String purpose, byte[]... parts) {
        return Arrays.copyOf(of(key, purpose, parts), 16);
    }

    /** Each part behind its length. */
    private static byte[] joined(byte[] purpose, byte[][] parts) {
        int length = Integer.BYTES + purpose.length;
        for (byte[] part : parts) {
            length += Integer.BYTES + part.length;
        }
        ByteBuffer text = ByteBuffer.allocate(length);
        text.putInt(purpose.length).put(purpose);
        for (byte[] part : parts) {
            text.putInt(part.length).put(part);
        }
        return text.array();
    }

    private static Mac mac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
