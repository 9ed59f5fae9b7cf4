package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.intake.domain.SealedRating;
import io.mingjing.evaluation.intake.persistence.SealedRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Stores concurrent ratings together: a flusher takes what waits, at most one batch, writes it in one statement and then
 * answers each caller for itself. There is no timer, the commit before is the wait. Of equal keys in one batch the first
 * is written and the others are told that the key is taken.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final long STOP_SECONDS = 10;
    private static final long LOOK_UP_MILLIS = 100;

    /** A rating that waits for its commit: true once it is durable, false where its key was taken before. */
    private record Waiting(SealedRating rating, CompletableFuture<Boolean> stored) {

        private static final Comparator<Waiting> BY_KEY = Comparator.comparing(Waiting::rating, SealedRating.BY_KEY);
    }

    private final SealedRows rows;
    private final BlockingQueue<Waiting> queue;
    private final int batch;
    private final List<Thread> flushers = new ArrayList<>();
    private volatile boolean open = true;

    GroupCommit(SealedRows rows, int capacity, int batch, int threads) {
        this.rows = rows;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.batch = batch;
        for (int number = 1; number <= threads; number++) {
            flushers.add(Thread.ofPlatform().name("intake-flusher-" + number).start(this::run));
        }
    }

    /**
     * Hands a rating in.
     *
     * @return empty where the queue is full or the service is stopping; otherwise what will be known after the commit
     */
    Optional<CompletableFuture<Boolean>> submit(SealedRating rating) {
        Waiting waiting = new Waiting(rating, new CompletableFuture<>());
        if (!open || !queue.offer(waiting)) {
            return Optional.empty();
        }
        if (!open && flushers.stream().noneMatch(Thread::isAlive)) {
            // It came in between the last look of the flushers and the end: nobody will take it any more.
            drainAndFail();
        }
        return Optional.of(waiting.stored());
    }

    int waiting() {
        return queue.size();
    }

    /** Takes no more, stores what waits, then ends the flushers. */
    @Override
    public void close() {
        open = false;
        for (Thread flusher : flushers) {
            try {
                flusher.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        drainAndFail();
    }

    private void run() {
        List<Waiting> taken = new ArrayList<>(batch);
        while (open || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    taken.add(first);
                    queue.drainTo(taken, batch - 1);
                    flush(taken);
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                taken.clear();
            }
        }
    }

    /** Sorting keeps the order in which equal keys came, so the first of them is the one that is written. */
    private void flush(List<Waiting> taken) {
        taken.sort(Waiting.BY_KEY);
        try {
            settle(taken, storeOrStoreAgain(distinct(taken)));
        } catch (SQLException failure) {
            if (concernsOneRow(failure)) {
                oneByOne(taken);
            } else {
                fail(taken, failure);
            }
        } catch (RuntimeException | Error failure) {
            fail(taken, failure);
        }
    }

    private static List<SealedRating> distinct(List<Waiting> sorted) {
        List<SealedRating> batch = new ArrayList<>(sorted.size());
        for (Waiting waiting : sorted) {
            if (batch.isEmpty() || !batch.getLast().hasKeyOf(waiting.rating())) {
                batch.add(waiting.rating());
            }
        }
        return batch;
    }

    /** A row that the database refuses must not take its neighbours with it. */
    private void oneByOne(List<Waiting> sorted) {
        Throwable away = null;
        int next = 0;
        while (next < sorted.size()) {
            SealedRating rating = sorted.get(next).rating();
            int end = next + 1;
            while (end < sorted.size() && sorted.get(end).rating().hasKeyOf(rating)) {
                end++;
            }
            List<Waiting> same = sorted.subList(next, end);
            next = end;
            try {
                if (away == null) {
                    settle(same, rows.store(List.of(rating)));
                } else {
                    fail(same, away);
                }
            } catch (SQLException failure) {
                away = concernsOneRow(failure) ? null : failure;
                fail(same, failure);
            } catch (RuntimeException | Error failure) {
                fail(same, failure);
            }
        }
    }

    /**
     * A connection may have died while it lay idle, so a batch gets a second one. If the first try did commit and only
     * its answer was lost, the keys are found taken, and each page recognises its own rating by the receipt.
     */
    private List<SealedRating> storeOrStoreAgain(List<SealedRating> batch) throws SQLException {
        try {
            return rows.store(batch);
        } catch (SQLException failure) {
            if (concernsOneRow(failure)) {
                throw failure;
            }
            return rows.store(batch);
        }
    }

    /** The first of each key is told whether it was stored, the others that it was taken. */
    private static void settle(List<Waiting> sorted, List<SealedRating> stored) {
        if (stored.size() == sorted.size()) {
            sorted.forEach(waiting -> waiting.stored().complete(true));
            return;
        }
        Set<SealedRating> fresh = new TreeSet<>(SealedRating.BY_KEY);
        fresh.addAll(stored);
        SealedRating before = null;
        for (Waiting waiting : sorted) {
            boolean first = before == null || !waiting.rating().hasKeyOf(before);
            waiting.stored().complete(first && fresh.contains(waiting.rating()));
            before = waiting.rating();
        }
    }

    /** Class 22, 23 and 40: data, constraints, conflicts. Everything else means that the database is away or full. */
    private static boolean concernsOneRow(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("40"));
    }

    private void drainAndFail() {
        List<Waiting> left = new ArrayList<>();
        queue.drainTo(left);
        fail(left, new IllegalStateException("stopped"));
    }

    /** The cause stays here: its message may quote a row. */
    private static void fail(List<Waiting> some, Throwable failure) {
        if (some.isEmpty()) {
            return;
        }
        String state = failure instanceof SQLException sql ? sql.getSQLState() : "-";
        LOG.warnf(
                "%d ratings could not be stored: %s, SQL state %s",
                some.size(), failure.getClass().getSimpleName(), state);
        some.forEach(waiting -> waiting.stored().completeExceptionally(new NotStored()));
    }

    /** It is not known to be durable; sending it again is safe. */
    static final class NotStored extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotStored() {
            super("not stored", null, false, false);
        }
    }
}
