package io.mingjing.evaluation.office.domain;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How long ratings wait, in working days (工作日), as counts per age.
 *
 * @param counts ratings by age; ages from 0, counts above 0
 */
public record Ages(NavigableMap<Integer, Long> counts) {

    public Ages {
        counts = new TreeMap<>(counts);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Ratings older than so many working days. */
    public long olderThan(int days) {
        return counts.tailMap(days, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * The age that so many percent do not exceed (nearest rank); 0 where nothing waits.
     *
     * @param percent 1 to 100
     */
    public int percentile(int percent) {
        long rank = Math.ceilDiv(total() * percent, 100);
        long seen = 0;
        for (Map.Entry<Integer, Long> age : counts.entrySet()) {
            seen += age.getValue();
            if (seen >= rank) {
                return age.getKey();
            }
        }
        return 0;
    }

    /** The age of the oldest; 0 where nothing waits. */
    public int oldest() {
        return counts.isEmpty() ? 0 : counts.lastKey();
    }
}
