package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.leaf.application.PoolAssembly.Place;
import io.mingjing.evaluation.leaf.domain.Ballot;
import io.mingjing.evaluation.leaf.domain.Leaf;
import io.mingjing.evaluation.leaf.domain.LeafSums;
import io.mingjing.evaluation.leaf.domain.Pool;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.ReceiptRoot;
import io.mingjing.evaluation.leaf.domain.Served;
import io.mingjing.evaluation.leaf.domain.Shared;
import io.mingjing.evaluation.leaf.domain.Slot;
import io.mingjing.evaluation.leaf.persistence.BoxKey;
import io.mingjing.evaluation.leaf.persistence.LeafFlags;
import io.mingjing.evaluation.leaf.persistence.Leaves;
import io.mingjing.evaluation.leaf.persistence.MixedRatings;
import io.mingjing.evaluation.leaf.persistence.MixedRatings.ReceiptRow;
import io.mingjing.evaluation.leaf.persistence.MixerLease;
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
import io.mingjing.evaluation.leaf.persistence.Quarantine;
import io.mingjing.evaluation.leaf.persistence.SlotRuns;
import io.mingjing.evaluation.leaf.persistence.StoredBox;
import io.mingjing.evaluation.leaf.persistence.Tallies;
import io.mingjing.evaluation.leaf.persistence.VisitCounts;
import io.mingjing.kernel.audit.AuditTrail;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Closes one leaf in one transaction (anonymity rule K2): sums, ratings, receipts, notes, private matters, flags, one audit
 * record, the event, and the boxes emptied. What fails or is killed on the way leaves every box as it was.
 */
@ApplicationScoped
class LeafClosing {

    /** Seconds that a leaf may take: a city leaf may hold as many ratings as a day. */
    private static final int LONGEST = 900;

    /** Days after its code's expiry in which a visit is still looked at. */
    private static final int CONFIRMED_WITHIN = 3;

    private static final int PASSED_OVER_AT_ONCE = 20_000;

    private final EvaluationConfig config;
    private final MixerLease lease;
    private final SlotRuns runs;
    private final Leaves leaves;
    private final MixedRatings mixed;
    private final PendingBoxes boxes;
    private final Quarantine quarantine;
    private final Tallies tallies;
    private final VisitCounts visits;
    private final LeafRows rows;
    private final PrivateMatters privately;
    private final LeafFlags flags;
    private final LeafWords words;
    private final AuditTrail audit;
    private final LeafAnnouncer announcer;

    LeafClosing(
            EvaluationConfig config,
            MixerLease lease,
            SlotRuns runs,
            Leaves leaves,
            MixedRatings mixed,
            PendingBoxes boxes,
            Quarantine quarantine,
            Tallies tallies,
            VisitCounts visits,
            LeafRows rows,
            PrivateMatters privately,
            LeafFlags flags,
            LeafWords words,
            AuditTrail audit,
            LeafAnnouncer announcer) {
        this.config = config;
        this.lease = lease;
        this.runs = runs;
        this.leaves = leaves;
        this.mixed = mixed;
        this.boxes = boxes;
        this.quarantine = quarantine;
        this.tallies = tallies;
        this.visits = visits;
        this.rows = rows;
        this.privately = privately;
        this.flags = flags;
        this.words = words;
        this.audit = audit;
        this.announcer = announcer;
    }

    /**
     * Notes that a slot looks at a pool, before it does: whatever happens then, it is not looked at again before the next
     * slot.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void assess(Slot slot, PoolKey pool, long epoch) {
        lease.hold(epoch);
        runs.assess(slot.day(), pool);
    }

    /** Were it timed out, it would be so at each slot again, and its ratings would wait for ever. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = LONGEST)
    void close(UUID id, Pool pool, Slot slot, long epoch) {
        lease.hold(epoch);
        List<Ballot> ballots = pool.ballots();
        int k = pool.gate(config.leaf().k()).raters();
        LeafSums sums = LeafSums.of(ballots, k, rows::isIntegrity);
        tallies.mixed(slot.day(), ballots.size());
        mixed.addRatings(id, pool.key().stream(), Shared.of(ballots), rows.ratings(id, ballots));
        List<ReceiptRow> receipts = rows.receipts(id, ballots);
        mixed.addReceipts(id, receipts);
        mixed.addNotes(id, rows.notes(id, ballots));
        privately.add(rows.privateMatters(ballots));
        flags.add(id, rows.flags(ballots));
        boxes.empty(ballots.stream()
                .map(ballot -> new BoxKey(ballot.expDay(), ballot.h()))
                .toList());
        visits.count(pool.served().stream().map(Served::number).toList());
        String number = leaves.nextNumber(pool.key().series(), slot.day().getYear());
        Leaf leaf = Leaf.of(id, number, pool, words.nameOf(pool.key()), sums, slot.day());
        leaves.add(leaf);
        long sequence = audit.append(closed(leaf, receipts));
        if (leaf.leavesTheService()) {
            announcer.closed(leaf, sequence);
        }
    }

    /** Visits at windows with a feed that it will not confirm any more are read no longer. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void passOverUnconfirmed(Slot slot, long epoch) {
        lease.hold(epoch);
        visits.passOver(slot.day().minusDays(CONFIRMED_WITHIN), PASSED_OVER_AT_ONCE);
    }

    /** Takes unreadable and self-test boxes of a place out of the intake; none is lost, both are counted. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void setAside(Place place, long epoch) {
        lease.hold(epoch);
        place.unreadable().forEach(bad -> quarantine.add(bad.box(), bad.cause()));
        boxes.empty(place.unreadable().stream()
                .map(bad -> new BoxKey(bad.box().expDay(), bad.box().h()))
                .toList());
        place.tests().stream()
                .collect(Collectors.groupingBy(StoredBox::expDay, Collectors.counting()))
                .forEach(boxes::countTested);
        boxes.empty(place.tests().stream()
                .map(box -> new BoxKey(box.expDay(), box.h()))
                .toList());
        visits.count(place.testVisits());
    }

    private static AuditTrail.Act closed(Leaf leaf, List<ReceiptRow> receipts) {
        return new AuditTrail.Act(
                "leaf:" + leaf.id(),
                "LEAF_CLOSED",
                "system",
                "mixer",
                null,
                null,
                leaf.number(),
                "receipts "
                        + ReceiptRoot.of(receipts.stream().map(ReceiptRow::hash).toList()),
                leaf.slot());
    }
}
