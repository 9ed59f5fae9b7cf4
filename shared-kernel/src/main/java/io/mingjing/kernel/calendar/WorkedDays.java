package io.mingjing.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;

/** The worked days of one year as bits, with the count before each word: counting and finding are constant time. */
final class WorkedDays {

    private static final int WORDS = 6;

    private final long[] bits = new long[WORDS];
    private final int[] before = new int[WORDS];
    private final int total;

    /** Monday to Friday, changed by what notices set. */
    WorkedDays(int year, Collection<SetDay> set) {
        LocalDate first = LocalDate.of(year, 1, 1);
        for (int index = 0; index < Year.of(year).length(); index++) {
            put(index, first.plusDays(index).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
        }
        for (SetDay day : set) {
            put(day.date().getDayOfYear() - 1, day.kind() == SetDay.Kind.WORKED);
        }
        int sum = 0;
        for (int word = 0; word < WORDS; word++) {
            before[word] = sum;
            sum += Long.bitCount(bits[word]);
        }
        total = sum;
    }

    private void put(int index, boolean worked) {
        long bit = 1L << index;
        bits[index / Long.SIZE] = worked ? bits[index / Long.SIZE] | bit : bits[index / Long.SIZE] & ~bit;
    }

    int total() {
        return total;
    }

    boolean contains(int dayOfYear) {
        int index = dayOfYear - 1;
        return ((bits[index / Long.SIZE] >>> index) & 1) != 0;
    }

    /** Worked days from 1 January to a day of the year, that day included. */
    int countThrough(int dayOfYear) {
        int index = dayOfYear - 1;
        long upToIndex = -1L >>> (Long.SIZE - 1 - index % Long.SIZE);
        return before[index / Long.SIZE] + Long.bitCount(bits[index / Long.SIZE] & upToIndex);
    }

    /** Day of the year that is its nth worked day, n from 1 to {@link #total()}. */
    int nth(int n) {
        int word = WORDS - 1;
        while (before[word] >= n) {
            word--;
        }
        // Spreads a single bit onto the wanted one of the word's set bits.
        long bit = Long.expand(1L << (n - before[word] - 1), bits[word]);
        return word * Long.SIZE + Long.numberOfTrailingZeros(bit) + 1;
    }
}
