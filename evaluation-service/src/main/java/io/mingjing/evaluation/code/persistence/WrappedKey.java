package io.mingjing.evaluation.code.persistence;

/**
 * A key as it is stored.
 *
 * @param kekId which key-encryption key wrapped it
 * @param box the wrapped key
 */
public record WrappedKey(String kekId, byte[] box) {

    public WrappedKey {
        box = box.clone();
    }

    @Override
    public byte[] box() {
        return box.clone();
    }
}
