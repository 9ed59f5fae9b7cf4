package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.persistence.BoxKey;
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
import io.mingjing.evaluation.leaf.persistence.StoredBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a receipt belongs to a rating that no leaf has taken yet. Until then its hash lies in the sealed box and nowhere
 * else, so it cannot be looked up: a stored index would be a second row for each rating, in the hot path and in the dump.
 * Instead the hashes are kept in memory, 64 bits of each, and caught up when a receipt is not found: the keys of pending
 * boxes are listed (index only) and boxes not seen before are opened. That costs some 5 µs for each new rating, once, and
 * a listing for each catching up; catching up takes at most a tenth of the time however many unknown receipts are asked
 * for, so that asking is no way to keep the database busy. A receipt is found at once on a quiet system, and within ten
 * times the listing (100,000 pending: about a second) on a busy one.
 */
@ApplicationScoped
class PendingReceipts {

    private static final int PAUSE_FACTOR = 9;
    private static final int AT_ONCE = 1_000;
    private static final int FORGET_ABOVE = 2;

    private final PendingBoxes boxes;
    private final Seals seals;
    private LongSet seen = new LongSet();
    private LongSet receipts = new LongSet();
    private long nextCatchUp = Long.MIN_VALUE;

    PendingReceipts(PendingBoxes boxes, Seals seals) {
        this.boxes = boxes;
        this.seals = seals;
    }

    synchronized boolean holds(byte[] receiptHash) {
        long receipt = first64(receiptHash);
        if (receipts.contains(receipt)) {
            return true;
        }
        long start = System.nanoTime();
        if (nextCatchUp != Long.MIN_VALUE && start - nextCatchUp < 0) {
            return false;
        }
        catchUp();
        long end = System.nanoTime();
        nextCatchUp = end + PAUSE_FACTOR * (end - start);
        return receipts.contains(receipt);
    }

    private void catchUp() {
        List<BoxKey> pending = boxes.keys();
        if (seen.size() > FORGET_ABOVE * pending.size() + AT_ONCE) {
            // Most of what we know is mixed by now, and found among the receipts of leaves.
            seen = new LongSet();
            receipts = new LongSet();
        }
        List<BoxKey> fresh = new ArrayList<>();
        for (BoxKey key : pending) {
            if (!seen.contains(first64(key.h()))) {
                fresh.add(key);
            }
        }
        for (int from = 0; from < fresh.size(); from += AT_ONCE) {
            open(fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE)));
        }
    }

    private void open(List<BoxKey> keys) {
        for (StoredBox box : boxes.of(keys)) {
            if (seals.open(box.expDay(), box.h(), box.box()) instanceof Opened.Readable(RatingRecord rating)) {
                receipts.add(first64(rating.receiptHash()));
            }
            seen.add(first64(box.h()));
        }
    }

    private static long first64(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }
}
