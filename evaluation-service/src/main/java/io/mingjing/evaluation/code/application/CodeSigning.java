package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.application.ServiceKeys.RingKey;
import io.mingjing.evaluation.code.domain.KeyState;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;

/** Signs what is handed out with the key of a ring, and checks it with the key that it names. */
@ApplicationScoped
class CodeSigning {

    private final ServiceKeys keys;
    private final CodeSigner signer;

    CodeSigning(ServiceKeys keys, CodeSigner signer) {
        this.keys = keys;
        this.signer = signer;
    }

    /** The key that signs what is new. */
    RingKey active(String purpose) {
        return keys.active(purpose);
    }

    byte[] mac(RingKey key, String use, byte[] signed) {
        return signer.mac(key.key(), use, signed);
    }

    /**
     * Whether the MAC is that of the key, in constant time; never with a key that was revoked.
     *
     * @throws io.mingjing.kernel.http.ProblemException 503 while the keys are locked
     */
    boolean isOurs(String purpose, int kid, String use, byte[] signed, byte[] mac) {
        return keys.find(purpose, kid)
                .filter(key -> key.state() != KeyState.REVOKED)
                .filter(key -> MessageDigest.isEqual(mac(key, use, signed), mac))
                .isPresent();
    }
}
