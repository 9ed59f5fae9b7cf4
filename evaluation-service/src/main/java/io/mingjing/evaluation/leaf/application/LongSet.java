package io.mingjing.evaluation.leaf.application;

/**
 * A set of random 64-bit numbers that takes 16 to 32 bytes for each: a million fit where a {@code HashSet<Long>} would
 * need sixty megabytes. Not for several threads at once.
 */
final class LongSet {

    private static final int FIRST_SIZE = 1_024;

    private long[] slots = new long[FIRST_SIZE];
    private int taken;

    /** Zero marks an empty slot; as a random number it stands for one. */
    private static long stored(long value) {
        return value == 0 ? 1 : value;
    }

    boolean contains(long value) {
        return slots[slotOf(slots, stored(value))] != 0;
    }

    void add(long value) {
        int slot = slotOf(slots, stored(value));
        if (slots[slot] != 0) {
            return;
        }
        slots[slot] = stored(value);
        taken++;
        if (taken * 2 > slots.length) {
            long[] wider = new long[slots.length * 2];
            for (long old : slots) {
                if (old != 0) {
                    wider[slotOf(wider, old)] = old;
                }
            }
            slots = wider;
        }
    }

    int size() {
        return taken;
    }

    /** Values are random already, so their low bits spread them. */
    private static int slotOf(long[] slots, long value) {
        int slot = (int) (value & (slots.length - 1));
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
