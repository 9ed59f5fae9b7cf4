package io.mingjing.evaluation.code.application;

import jakarta.inject.Singleton;

/** HMAC-SHA-256, cut to 128 bits. */
@Singleton
class HmacCodeSigner implements CodeSigner {

    @Override
    public byte[] mac(byte[] key, String use, byte[] signed) {
        return KeyedHash.shortOf(key, use, signed);
    }
}
