package io.mingjing.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One thread that keeps some connections busy. Closed: each connection sends its next request when it has its answer.
 * Open: requests are due at a constant rate whatever the answers do, and each is timed from the moment it was due, so a
 * server that stalls cannot hide it (no coordinated omission).
 */
public final class Load {

    private static final long HIGHEST_MICROS = TimeUnit.SECONDS.toMicros(120);
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final InetSocketAddress server;
    private final Requests requests;
    private final Answers answers;
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Histogram latencies = new Histogram(HIGHEST_MICROS, 3);
    private final Deque<Lane> free = new ArrayDeque<>();
    private int next;
    private int underWay;
    private long lastAnswer;

    /** @param first number of the first request to send */
    public Load(InetSocketAddress server, Requests requests, int first, Answers answers) {
        this.server = server;
        this.requests = requests;
        this.next = first;
        this.answers = answers;
    }

    /** Number of the request after the last one that was sent. */
    public int next() {
        return next;
    }

    /** Keeps so many connections busy for some seconds, or until there are no more requests. */
    public Outcome closed(int connections, double seconds) {
        return drive(connections, seconds, 0);
    }

    /** Sends so many requests a second for some seconds. */
    public Outcome open(int connections, double seconds, double rate) {
        return drive(connections, seconds, 1e9 / rate);
    }

    /** @param gap nanoseconds between two requests that are due; 0 sends whenever a connection is free */
    private Outcome drive(int connections, double seconds, double gap) {
        try (Selector selector = Selector.open()) {
            for (int lane = 0; lane < connections; lane++) {
                free.add(new Lane(selector, server));
            }
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            long first = next;
            while (true) {
                long now = System.nanoTime();
                boolean sends = now < end && next < requests.size();
                while (sends && !free.isEmpty()) {
                    long due = gap == 0 ? System.nanoTime() : start + (long) ((next - first) * gap);
                    if (due > now && gap > 0) {
                        break;
                    }
                    send(free.remove(), selector, due);
                    sends = next < requests.size();
                }
                if (!sends && (underWay == 0 || now > end + DRAIN_NANOS)) {
                    break;
                }
                selector.select(key -> turn(key, selector), sends && gap > 0 ? 1 : 100);
            }
            count(0, underWay);
            for (SelectionKey key : selector.keys()) {
                ((Lane) key.attachment()).close();
            }
            return new Outcome((lastAnswer - start) / 1e9, statuses, latencies);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void send(Lane lane, Selector selector, long since) throws IOException {
        underWay++;
        try {
            lane.send(next++, requests, since);
        } catch (IOException broken) {
            replace(lane, selector);
        }
    }

    private void turn(SelectionKey key, Selector selector) {
        Lane lane = (Lane) key.attachment();
        try {
            if (key.isWritable()) {
                lane.flush();
            }
            if (key.isReadable() && lane.read()) {
                settle(lane);
            }
        } catch (IOException broken) {
            try {
                replace(lane, selector);
            } catch (IOException gone) {
                throw new UncheckedIOException("the server is gone", gone);
            }
        }
    }

    private void settle(Lane lane) {
        lastAnswer = System.nanoTime();
        underWay--;
        count(lane.status(), 1);
        if (lane.status() / 100 == 2) {
            latencies.recordValue(Math.min(HIGHEST_MICROS, (lastAnswer - lane.since()) / 1000));
        }
        lane.tell(answers);
        free.add(lane);
    }

    private void replace(Lane lane, Selector selector) throws IOException {
        underWay--;
        count(0, 1);
        lane.close();
        free.add(new Lane(selector, server));
    }

    private void count(int status, long times) {
        if (times > 0) {
            statuses.merge(status, times, Long::sum);
        }
    }
}
