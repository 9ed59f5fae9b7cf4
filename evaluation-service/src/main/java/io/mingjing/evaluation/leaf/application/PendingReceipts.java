package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.persistence.BoxKey;
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
import io.mingjing.evaluation.leaf.persistence.ReceiptRows;
import io.mingjing.evaluation.leaf.persistence.StoredBox;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
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
 * boxes are listed (index only) and boxes not seen before are opened.
 *
 * <p>That costs some 5 µs for each new rating, once, and a listing for each catching up (100,000 pending: 0.1 s). Whoever
 * asks while another catches up shares the next turn, and turns take at most a tenth of the time however many unknown
 * receipts are asked for, so asking is no way to keep the database busy: it only makes askers wait.
 */
@ApplicationScoped
class PendingReceipts {

    private static final int PAUSE_FACTOR = 9;
    private static final int AT_ONCE = 1_000;
    private static final int FORGET_ABOVE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PendingBoxes boxes;
    private final ReceiptRows rows;
    private final Seals seals;
    private final ReentrantLock turn = new ReentrantLock(true);
    private long turnBegan = System.nanoTime();
    private long nextTurn = turnBegan;
    private LongSet seen = new LongSet();
    private ReceiptIndex receipts = new ReceiptIndex();

    PendingReceipts(PendingBoxes boxes, ReceiptRows rows, Seals seals) {
        this.boxes = boxes;
        this.rows = rows;
        this.seals = seals;
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
        takeTurn();
        try {
            if (turnBegan - asked < 0) {
                LockSupport.parkNanos(nextTurn - System.nanoTime());
                turnBegan = System.nanoTime();
                catchUp();
                long end = System.nanoTime();
                nextTurn = end + PAUSE_FACTOR * (end - turnBegan);
            }
        } finally {
            turn.unlock();
        }
        return knows(receipt);
    }

    private void takeTurn() {
        try {
            if (turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                CommonProblem.UNAVAILABLE, "查询人数较多，请稍后再试", "Many are asking at this moment; try again shortly");
    }

    private void catchUp() {
        List<BoxKey> fresh = fresh(boxes.keys());
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

    private synchronized List<BoxKey> fresh(List<BoxKey> pending) {
        if (seen.size() > FORGET_ABOVE * pending.size() + AT_ONCE) {
            // Most of what we know is mixed by now, and found among the receipts of leaves.
            seen = new LongSet();
            receipts = new ReceiptIndex();
        }
        return pending.stream().filter(key -> !seen.contains(first64(key.h()))).toList();
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
