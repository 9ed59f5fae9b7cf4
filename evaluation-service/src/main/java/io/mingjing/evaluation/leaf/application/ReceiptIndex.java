package io.mingjing.evaluation.leaf.application;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Finds the row of a pending box by the receipt in it, 64 bits of each: 20 to 40 bytes for a receipt, where a {@code
 * HashMap} would need two hundred. Not for several threads at once.
 */
final class ReceiptIndex {

    private static final int FIRST_SIZE = 1_024;

    /**
     * A row of the intake.
     *
     * @param keyBegins the first 64 bits of its key
     */
    record Row(LocalDate expDay, long keyBegins) {}

    private long[] receipts = new long[FIRST_SIZE];
    private long[] keys = new long[FIRST_SIZE];
    private int[] days = new int[FIRST_SIZE];
    private int taken;

    Optional<Row> find(long receipt) {
        int slot = slotOf(stored(receipt));
        return receipts[slot] == 0
                ? Optional.empty()
                : Optional.of(new Row(LocalDate.ofEpochDay(days[slot]), keys[slot]));
    }

    /** Adds a receipt; a known one keeps its row. */
    void add(long receipt, LocalDate expDay, long keyBegins) {
        if (place(stored(receipt), (int) expDay.toEpochDay(), keyBegins) && ++taken * 2 > receipts.length) {
            widen();
        }
    }

    private boolean place(long receipt, int day, long key) {
        int slot = slotOf(receipt);
        if (receipts[slot] != 0) {
            return false;
        }
        receipts[slot] = receipt;
        days[slot] = day;
        keys[slot] = key;
        return true;
    }

    private void widen() {
        long[] oldReceipts = receipts;
        long[] oldKeys = keys;
        int[] oldDays = days;
        receipts = new long[oldReceipts.length * 2];
        keys = new long[receipts.length];
        days = new int[receipts.length];
        for (int slot = 0; slot < oldReceipts.length; slot++) {
            if (oldReceipts[slot] != 0) {
                place(oldReceipts[slot], oldDays[slot], oldKeys[slot]);
            }
        }
    }

    /** Zero marks an empty slot; as a random number it stands for one. */
    private static long stored(long receipt) {
        return receipt == 0 ? 1 : receipt;
    }

    /** Receipts are random already, so their low bits spread them. */
    private int slotOf(long receipt) {
        int slot = (int) (receipt & (receipts.length - 1));
        while (receipts[slot] != 0 && receipts[slot] != receipt) {
            slot = (slot + 1) & (receipts.length - 1);
        }
        return slot;
    }
}
