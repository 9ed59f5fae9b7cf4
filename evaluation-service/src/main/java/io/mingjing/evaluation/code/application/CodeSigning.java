package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.application.ServiceKeys.RingKey;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.KeyState;
import jakarta.inject.Singleton;
import java.security.MessageDigest;

/** Signs what is handed out with the key of a ring, and checks it with the key that it names. */
@Singleton
class CodeSigning {

    private final ServiceKeys keys;
    private final HmacCodeSigner sha256;
    private final Sm3CodeSigner sm3;

    CodeSigning(ServiceKeys keys, HmacCodeSigner sha256, Sm3CodeSigner sm3) {
        this.keys = keys;
        this.sha256 = sha256;
        this.sm3 = sm3;
    }

    /** The key that signs what is new. */
    RingKey active(KeyPurpose purpose) {
        return keys.active(purpose);
    }

    byte[] mac(RingKey key, String use, byte[] signed) {
        return signer(key).mac(key.key(), use, signed);
    }

    /**
     * Whether the MAC is that of the key, in constant time; never with a key that was revoked.
     *
     * @throws io.mingjing.kernel.http.ProblemException 503 while the keys are locked
     */
    boolean isOurs(KeyPurpose purpose, int kid, String use, byte[] signed, byte[] mac) {
        return keys.find(purpose, kid)
                .filter(key -> key.state() != KeyState.REVOKED)
                .filter(key -> MessageDigest.isEqual(mac(key, use, signed), mac))
                .isPresent();
    }

    private CodeSigner signer(RingKey key) {
        return switch (key.algorithm()) {
            case HMAC_SHA256 -> sha256;
            case HMAC_SM3 -> sm3;
        };
    }
}
