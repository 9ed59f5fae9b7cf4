package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.RatingTaken;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.persistence.BoxKey;
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
import io.mingjing.evaluation.leaf.persistence.ReceiptRows;
import io.mingjing.evaluation.leaf.persistence.StoredBox;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Receipts of ratings that no leaf has taken yet. Until then its hash lies in the sealed box and nowhere
 * else, so it cannot be looked up: a stored index would be a second row for each rating, in the hot path and in the dump.
 * Instead the hashes are kept in memory with the rows of their boxes, 64 bits of each, and caught up when a receipt is not found: the keys of pending
 * boxes are listed (index only) and boxes not seen before are opened. What this process takes in itself is known at once.
 *
 * <p>That costs some 5 µs for each new rating, once, and a listing for each catching up (100,000 pending: 0.1 s). Whoever
 * asks while another catches up shares the next turn, and turns take at most a tenth of the time however many unknown
 * receipts are asked for, so asking is no way to keep the database busy: it only makes askers of unknown ones wait, and
 * nobody holds anything while he waits.
 */
@Singleton
class PendingReceipts {

    private static final int PAUSE_FACTOR = 9;
    private static final int AT_ONCE = 1_000;
    private static final int FORGET_ABOVE = 2;
    private static final int KNOWN_AT_ONCE = 1_000_000;
    private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

    private final PendingBoxes boxes;
    private final ReceiptRows rows;
    private final Seals seals;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile long turnBegan = System.nanoTime();
    private volatile long nextTurn = turnBegan;
    private LongSet seen = new LongSet();
    private ReceiptIndex receipts = new ReceiptIndex();

    PendingReceipts(PendingBoxes boxes, ReceiptRows rows, Seals seals) {
        this.boxes = boxes;
        this.rows = rows;
        this.seals = seals;
    }

    /** One that was just taken in; above a limit it is found by catching up, which forgets what is mixed. */
    synchronized void taken(@Observes RatingTaken one) {
        long key = first64(one.h());
        if (seen.size() < KNOWN_AT_ONCE && !seen.contains(key)) {
            seen.add(key);
            receipts.add(first64(one.receiptHash()), one.expDay(), key);
        }
    }

    /** A pending rating and where it lies. */
    record Pending(StoredBox box, RatingRecord rating) {

        @Override
        public String toString() {
            return "Pending[opened]";
        }
    }

    /**
     * The pending rating of a receipt, opened.
     *
     * @throws ProblemException 503 where so many ask for unknown receipts that this one's turn does not come
     */
    Optional<Pending> find(byte[] receiptHash) {
        if (!holds(receiptHash)) {
            return Optional.empty();
        }
        Optional<ReceiptIndex.Row> row = rowOf(first64(receiptHash));
        return row.map(found -> rows.pending(found.expDay(), found.keyBegins())).orElse(List.of()).stream()
                .flatMap(box ->
                        seals.open(box.expDay(), box.h(), box.box()) instanceof Opened.Readable(RatingRecord rating)
                                ? Stream.of(new Pending(box, rating))
                                : Stream.empty())
                .filter(pending -> Arrays.equals(pending.rating().receiptHash(), receiptHash))
                .findFirst();
    }

    /**
     * @throws ProblemException 503 where so many ask for unknown receipts that this one's turn does not come
     */
    boolean holds(byte[] receiptHash) {
        long receipt = first64(receiptHash);
        if (knows(receipt)) {
            return true;
        }
        long asked = System.nanoTime();
        while (turnBegan - asked < 0 && !knows(receipt)) {
            waitForTurn(asked);
            takeTurn(asked);
        }
        return knows(receipt);
    }

    /** Turns keep their distance. Whoever waits for one holds nothing, so that others may still give up or find theirs. */
    private void waitForTurn(long asked) {
        long pause = nextTurn - System.nanoTime();
        if (pause > left(asked)) {
            throw tooMany();
        }
        if (pause > 0) {
            LockSupport.parkNanos(pause);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw tooMany();
        }
    }

    private void takeTurn(long asked) {
        try {
            if (!turn.tryLock(Math.max(0, left(asked)), TimeUnit.NANOSECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw tooMany();
        }
        try {
            long begins = System.nanoTime();
            if (turnBegan - asked < 0 && nextTurn - begins <= 0) {
                catchUp();
                long end = System.nanoTime();
                nextTurn = end + PAUSE_FACTOR * (end - begins);
                // Last, for whoever asked before and sees it goes on with what was found.
                turnBegan = begins;
            }
        } finally {
            turn.unlock();
        }
    }

    private static long left(long asked) {
        return asked + PATIENCE - System.nanoTime();
    }

    private static ProblemException tooMany() {
        return new ProblemException(
                CommonProblem.UNAVAILABLE, "查询人数较多，请稍后再试", "Many are asking at this moment; try again shortly");
    }

    private void catchUp() {
        List<BoxKey> fresh = fresh();
        for (int from = 0; from < fresh.size(); from += AT_ONCE) {
            open(fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE)));
        }
    }

    private boolean knows(long receipt) {
        return rowOf(receipt).isPresent();
    }

    private synchronized Optional<ReceiptIndex.Row> rowOf(long receipt) {
        return receipts.find(receipt);
    }

    private List<BoxKey> fresh() {
        List<BoxKey> fresh = new ArrayList<>();
        int pending = unseen(fresh);
        if (forgets(pending)) {
            fresh.clear();
            unseen(fresh);
        }
        return fresh;
    }

    /** Answers how many boxes there are, seen or not. */
    private int unseen(List<BoxKey> fresh) {
        return boxes.keys(key -> {
            if (!isSeen(key)) {
                fresh.add(key);
            }
        });
    }

    private synchronized boolean isSeen(BoxKey key) {
        return seen.contains(first64(key.h()));
    }

    /** Once most of what we know is mixed, and found among the receipts of leaves. */
    private synchronized boolean forgets(int pending) {
        boolean forgets = seen.size() > FORGET_ABOVE * pending + AT_ONCE;
        if (forgets) {
            seen = new LongSet();
            receipts = new ReceiptIndex();
        }
        return forgets;
    }

    private void open(List<BoxKey> keys) {
        for (StoredBox box : boxes.of(keys)) {
            Opened opened = seals.open(box.expDay(), box.h(), box.box());
            synchronized (this) {
                // One that does not open goes to quarantine, and may come back from there when it does.
                if (opened instanceof Opened.Readable(RatingRecord rating)) {
                    seen.add(first64(box.h()));
                    receipts.add(first64(rating.receiptHash()), box.expDay(), first64(box.h()));
                }
            }
        }
    }

    private static long first64(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }
}
