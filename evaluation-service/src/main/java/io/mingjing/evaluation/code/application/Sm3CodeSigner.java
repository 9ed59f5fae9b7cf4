package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.domain.CodeLayout;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC with the national digest SM3 (国密, GB/T 32905), cut to 128 bits; the JDK has no SM3 of its own. */
@Singleton
class Sm3CodeSigner implements CodeSigner {

    @Override
    public byte[] mac(byte[] key, String use, byte[] signed) {
        byte[] useBytes = use.getBytes(StandardCharsets.UTF_8);
        byte[] framed = ByteBuffer.allocate(2 * Integer.BYTES + useBytes.length + signed.length)
                .putInt(useBytes.length)
                .put(useBytes)
                .putInt(signed.length)
                .put(signed)
                .array();
        return Arrays.copyOf(hmac(key, framed), CodeLayout.MAC_BYTES);
    }

    static byte[] hmac(byte[] key, byte[] text) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        byte[] all = new byte[mac.getMacSize()];
        mac.doFinal(all, 0);
        return all;
    }
}
