package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.leaf.application.LeafAnnouncer;
import io.mingjing.evaluation.office.domain.CityOrder;
import io.mingjing.evaluation.office.domain.CityOrder.Done;
import io.mingjing.evaluation.office.domain.CityOrder.State;
import io.mingjing.evaluation.office.domain.LeafFacts;
import io.mingjing.evaluation.office.persistence.CityOrderRows;
import io.mingjing.evaluation.office.persistence.CityOrderRows.SealedOrder;
import io.mingjing.evaluation.office.persistence.LeafLock;
import io.mingjing.evaluation.office.persistence.LeafRows;
import io.mingjing.evaluation.office.persistence.PublishedParaphrases;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The city office works its own orders (自办单): it says what was done, or passes one on to the unit. An act rewrites all
 * rows of a span of time, so that which of them was worked does not show in the table.
 */
@ApplicationScoped
public class OrderWork {

    /** So many rows are rewritten at least, where there are as many. */
    private static final int ENOUGH = 200;

    private static final String PASSED_ON = "已转责任单位整改";

    private final OfficeRights rights;
    private final OfficeTrail trail;
    private final CityOrderRows rows;
    private final OrderSeals seals;
    private final OrderIndex index;
    private final LeafRows leaves;
    private final LeafLock leafLock;
    private final PublishedParaphrases published;
    private final LeafAnnouncer announcer;
    private final BusinessClock clock;

    OrderWork(
            OfficeRights rights,
            OfficeTrail trail,
            CityOrderRows rows,
            OrderSeals seals,
            OrderIndex index,
            LeafRows leaves,
            LeafLock leafLock,
            PublishedParaphrases published,
            LeafAnnouncer announcer,
            BusinessClock clock) {
        this.rights = rights;
        this.trail = trail;
        this.rows = rows;
        this.seals = seals;
        this.index = index;
        this.leaves = leaves;
        this.leafLock = leafLock;
        this.published = published;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * Says what was done. Of a leaf it is what whoever has a receipt of that leaf reads from now on.
     *
     * @param result 1 to 1000 characters
     * @throws ProblemException 404 where there is no such order; 409 where it is done already
     */
    @Transactional
    public CityOrder complete(Actor actor, UUID id, String result) {
        Post post = rights.office(actor);
        Span span = lock(id);
        if (span.order().done() != null) {
            throw notOpen(span.order());
        }
        CityOrder done = span.order()
                .completed(new Done(result, actor.subject(), actor.name(), post.toString(), clock.now(), false));
        write(span, done);
        // Only what was poor can be done: the trail must not name a row of a single rating. Its seal says who did what.
        boolean ofLeaf = done.leafId() != null;
        trail.did(
                actor,
                post,
                ofLeaf ? "city-order:" + id : "city-orders",
                "CITY_ORDER_DONE",
                State.OPEN.name(),
                State.DONE.name(),
                ofLeaf ? done.number() : null);
        return done;
    }

    /**
     * Passes the poor ratings of a leaf that open no task of themselves (place codes, contested and second ratings) on to its
     * unit, which gets a task for them (转办). Once for a leaf: doing it again changes nothing and announces nothing.
     *
     * @throws ProblemException 404 where there is no such order; 409 where it is done already; 422 where it is about
     *     something that no unit may be told of
     */
    @Transactional
    public CityOrder passOn(Actor actor, UUID id) {
        Post post = rights.office(actor);
        Span span = lock(id);
        CityOrder order = span.order();
        if (order.state() == State.PASSED_ON) {
            return order;
        }
        if (order.done() != null) {
            throw notOpen(order);
        }
        LeafFacts leaf = passable(order)
                .orElseThrow(
                        () -> new ProblemException(
                                EvaluationProblem.ORDER_STAYS,
                                "市级合并的组和尚未成组的评价不能让单位知道，由市营商办自己办理",
                                "No unit may learn of a leaf of the city or of a rating that no leaf took: the office works it itself"));
        Instant now = clock.now();
        CityOrder passed =
                order.completed(new Done(PASSED_ON, actor.subject(), actor.name(), post.toString(), now, true));
        write(span, passed);
        trail.did(
                actor,
                post,
                "city-order:" + id,
                "CITY_ORDER_PASSED_ON",
                State.OPEN.name(),
                State.PASSED_ON.name(),
                order.number());
        // Published and passed on at once: one waits for the other, so that the task gets each line, and gets it once.
        leafLock.take(leaf.id());
        long sequence =
                trail.did(actor, post, "leaf:" + leaf.id(), "LEAF_PASSED_ON", null, leaf.ownerUnit(), order.number());
        announcer.passedOn(leaf.id(), published.announcedOf(leaf.id()), sequence, now);
        return passed;
    }

    /** The leaf of an order that may be passed on to its unit; empty for all others. */
    public Optional<LeafFacts> passable(CityOrder order) {
        return Optional.ofNullable(order.leafId()).flatMap(leaves::find).filter(LeafFacts::mayBePassedOn);
    }

    private record Span(CityOrder order, List<SealedOrder> rows) {}

    /** The order with all those beside it that are rewritten: of the last 90 days, or of its own time. */
    private Span lock(UUID id) {
        LocalDate opened = rows.find(id).orElseThrow(CityOrders::unknown).opened();
        LocalDate today = clock.today();
        LocalDate cover = today.minusDays(OrderIndex.COVER_DAYS);
        List<SealedOrder> locked = opened.isBefore(cover) ? lockAround(opened, today) : rows.lockBetween(cover, today);
        return locked.stream()
                .filter(one -> one.id().equals(id))
                .map(seals::open)
                .filter(CityOrder::poor)
                .findFirst()
                .map(order -> new Span(order, locked))
                .orElseThrow(CityOrders::unknown);
    }

    /** The rows of the smallest span on the calendar that holds enough of them to hide one, or all there are. */
    private List<SealedOrder> lockAround(LocalDate opened, LocalDate today) {
        long days = OrderIndex.COVER_DAYS;
        while (true) {
            LocalDate first = LocalDate.ofEpochDay(opened.toEpochDay() / days * days);
            LocalDate last = first.plusDays(days - 1);
            if (rows.between(first, last) >= ENOUGH || days > opened.toEpochDay()) {
                return rows.lockBetween(first, last.isAfter(today) ? today : last);
            }
            days *= 2;
        }
    }

    private void write(Span span, CityOrder changed) {
        rows.reseal(span.rows().stream()
                .map(one -> one.id().equals(changed.id()) ? changed : seals.open(one))
                .map(one -> seals.sealed(one, new byte[0]))
                .toList());
        index.note(List.of(changed));
    }

    private static ProblemException notOpen(CityOrder order) {
        Done done = Objects.requireNonNull(order.done());
        return new ProblemException(
                EvaluationProblem.ORDER_STATE,
                "自办单 " + order.number() + " 已由 " + done.name() + " 办结",
                "The order " + order.number() + " was done by " + done.name(),
                List.of(),
                Map.of("state", order.state().name()));
    }
}
