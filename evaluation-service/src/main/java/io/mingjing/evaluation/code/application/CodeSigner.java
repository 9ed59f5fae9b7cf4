package io.mingjing.evaluation.code.application;

/** Signs codes. Which one signs is said by the key, never by the code. */
interface CodeSigner {

    /**
     * @param use what is signed, so that no MAC of one kind of code is good for another
     * @return {@value io.mingjing.evaluation.code.domain.CodeLayout#MAC_BYTES} bytes
     */
    byte[] mac(byte[] key, String use, byte[] signed);
}
