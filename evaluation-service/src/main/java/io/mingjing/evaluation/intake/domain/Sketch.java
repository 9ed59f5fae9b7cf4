package io.mingjing.evaluation.intake.domain;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How often keys were seen, in memory that does not grow: a count-min sketch. It never says too few, seldom too many, and
 * keeps no key, so nothing in it can be traced to anybody. May be used by many threads.
 */
public final class Sketch {

    private static final int ROWS = 2;

    private final int bits;
    private final AtomicIntegerArray counters;

    /** @param bits 2 to this power are the counters of a row; a few times fewer keys than that are told apart well */
    public Sketch(int bits) {
        this.bits = bits;
        this.counters = new AtomicIntegerArray(ROWS << bits);
    }

    /** Counts a key once more. @return how often it was seen */
    public int add(long key) {
        return change(key, 1);
    }

    /** Takes one count back. */
    public void takeBack(long key) {
        change(key, -1);
    }

    /** How often a key was seen. */
    public int count(long key) {
        return change(key, 0);
    }

    private int change(long key, int by) {
        int least = Integer.MAX_VALUE;
        for (int row = 0; row < ROWS; row++) {
            int index = (row << bits) + (int) (mixed(key + row * 0x9E3779B97F4A7C15L) >>> (64 - bits));
            least = Math.min(least, counters.addAndGet(index, by));
        }
        return least;
    }

    /** Spreads the bits of a key (the finalizer of SplitMix64). */
    private static long mixed(long key) {
        long mixed = (key ^ (key >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
