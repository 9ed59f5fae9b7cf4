package io.mingjing.evaluation.leaf.persistence;

/** Another process mixes since: whatever is still being done under the old epoch is rolled back. */
public final class EpochOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EpochOver(long epoch) {
        super("epoch " + epoch + " of the mixer is over");
    }
}
