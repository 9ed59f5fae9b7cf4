package io.mingjing.benchmark.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What came of one stretch of load.
 *
 * @param seconds from the first request to the last answer that counts
 * @param statuses answers by HTTP status; 0 stands for a connection that broke
 * @param latencies in microseconds, of 2xx answers
 */
public record Outcome(double seconds, Map<Integer, Long> statuses, Histogram latencies) {

    public Outcome {
        statuses = new TreeMap<>(statuses);
    }

    /** Answers with a status of 2xx. */
    public long accepted() {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getKey() / 100 == 2)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Answers with another status, and broken connections. */
    public long refused() {
        return statuses.values().stream().mapToLong(Long::longValue).sum() - accepted();
    }

    /** Accepted requests per second. */
    public double rate() {
        return accepted() / seconds;
    }

    /** Milliseconds that so many percent of the accepted requests took at most. */
    public double millis(double percent) {
        return latencies.getValueAtPercentile(percent) / 1000.0;
    }
}
