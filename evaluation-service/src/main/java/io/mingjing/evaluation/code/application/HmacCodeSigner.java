package io.mingjing.evaluation.code.application;

import jakarta.enterprise.context.ApplicationScoped;

/** HMAC-SHA-256, cut to 128 bits. */
@ApplicationScoped
class HmacCodeSigner implements CodeSigner {

    @Override
    public byte[] mac(byte[] key, String use, byte[] signed) {
        return KeyedHash.shortOf(key, use, signed);
    }
}
