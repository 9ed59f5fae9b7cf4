package io.mingjing.evaluation.code.application;

/** Signs codes. HMAC-SHA-256 today; a variant with SM3 fits in as well. */
public interface CodeSigner {

    /** @return {@value io.mingjing.evaluation.code.domain.CodeLayout#MAC_BYTES} bytes */
    byte[] mac(byte[] key, byte[] signed);
}
