package io.mingjing.evaluation.code.application;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random nonce in front of the ciphertext. */
public final class AesGcm {

    /** Bytes that a box is longer than what it holds. */
    public static final int OVERHEAD = 28;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Spares<Cipher> CIPHERS = new Spares<>(AesGcm::cipher);

    private AesGcm() {}

    /** A new key of 256 bits. */
    public static byte[] newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Encrypts; {@code bound} is not in the box, but the box opens with the same only. */
    public static byte[] seal(byte[] key, byte[] bound, byte[] plain) {
        byte[] box = new byte[plain.length + OVERHEAD];
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        System.arraycopy(nonce, 0, box, 0, NONCE);
        Cipher cipher = CIPHERS.take();
        try {
            begin(cipher, Cipher.ENCRYPT_MODE, key, box);
            cipher.updateAAD(bound);
            cipher.doFinal(plain, 0, plain.length, box, NONCE);
            CIPHERS.giveBack(cipher);
            return box;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Decrypts; empty where key, box or what it is bound to is another. */
    public static Optional<byte[]> open(byte[] key, byte[] bound, byte[] box) {
        if (box.length < OVERHEAD) {
            return Optional.empty();
        }
        Cipher cipher = CIPHERS.take();
        try {
            begin(cipher, Cipher.DECRYPT_MODE, key, box);
            cipher.updateAAD(bound);
            byte[] plain = cipher.doFinal(box, NONCE, box.length - NONCE);
            CIPHERS.giveBack(cipher);
            return Optional.of(plain);
        } catch (GeneralSecurityException doesNotOpen) {
            return Optional.empty();
        }
    }

    private static void begin(Cipher cipher, int mode, byte[] key, byte[] box) throws GeneralSecurityException {
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, box, 0, NONCE));
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
