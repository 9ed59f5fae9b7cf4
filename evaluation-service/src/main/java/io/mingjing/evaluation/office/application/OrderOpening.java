package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.evaluation.leaf.application.PendingOpening;
import io.mingjing.evaluation.leaf.application.PendingOpening.Found;
import io.mingjing.evaluation.leaf.application.PoorLevels;
import io.mingjing.evaluation.leaf.application.SlotClosed;
import io.mingjing.evaluation.leaf.domain.Slot;
import io.mingjing.evaluation.office.domain.CityOrder;
import io.mingjing.evaluation.office.domain.CityOrder.Subject;
import io.mingjing.evaluation.office.domain.LeafFacts;
import io.mingjing.evaluation.office.persistence.CityOrderRows;
import io.mingjing.evaluation.office.persistence.CityOrderRows.SealedOrder;
import io.mingjing.evaluation.office.persistence.LeafRows;
import io.mingjing.evaluation.place.application.Calendars;
import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Opens the city office's own orders (自办单, anonymity rule K9) with a slot: for each poor leaf that opens no
 * task, be it the city's or of a stream that a person decides about, and for each poor rating that no leaf took in the promised time. The rating stays pending and is mixed as if there were none.
 * Exactly one order for each, however often this runs.
 *
 * <p>A rating that waited as long and was not poor gets a row too, which nobody is shown: the rows and their numbers then
 * say only how many waited so long, which the intake's table says anyway.
 */
@ApplicationScoped
public class OrderOpening {

    /** A row to be: what it is about, and how it will be called. */
    private record Opening(byte[] ref, BiFunction<UUID, String, CityOrder> as) {}

    /** A rating that waited too long, with the names its row may have. */
    private record Late(List<byte[]> refs, Found found) {}

    private final EvaluationConfig config;
    private final Calendars calendars;
    private final LeafRows leaves;
    private final PendingOpening pending;
    private final PoorLevels poor;
    private final CityOrderRows rows;
    private final OrderSeals seals;
    private final OrderIndex index;
    private final OfficeTrail trail;
    private final Ids ids;

    OrderOpening(
            EvaluationConfig config,
            Calendars calendars,
            LeafRows leaves,
            PendingOpening pending,
            PoorLevels poor,
            CityOrderRows rows,
            OrderSeals seals,
            OrderIndex index,
            OfficeTrail trail,
            Ids ids) {
        this.config = config;
        this.calendars = calendars;
        this.leaves = leaves;
        this.pending = pending;
        this.poor = poor;
        this.rows = rows;
        this.seals = seals;
        this.index = index;
        this.trail = trail;
        this.ids = ids;
    }

    void after(@Observes SlotClosed slot) {
        publish(slot.day());
    }

    @Transactional
    public void publish(LocalDate slotDay) {
        WorkingCalendar calendar = calendars.current();
        LocalDate due = calendar.addWorkingDays(slotDay, config.office().orderDays(), StartDay.EXCLUDED);
        List<Opening> openings = new ArrayList<>();
        for (LeafFacts leaf : leaves.withoutOrder()) {
            List<byte[]> refs = seals.refsOf(leaf.id());
            openings.add(new Opening(refs.getFirst(), (id, number) -> ofLeaf(id, number, leaf, slotDay, due)));
        }
        List<Late> late = new ArrayList<>();
        // Second ratings and surveys expire long after their day, so the expiry day does not tell how long one waited.
        pending.each(anyDay -> true, found -> {
            if (waitedTooLong(found.rating().visitDay(), slotDay, calendar)) {
                late.add(new Late(seals.refsOf(found), found));
            }
        });
        Set<ByteBuffer> known =
                rows.known(late.stream().flatMap(one -> one.refs().stream()).toList());
        for (Late one : late) {
            if (one.refs().stream().map(ByteBuffer::wrap).noneMatch(known::contains)) {
                openings.add(new Opening(
                        one.refs().getFirst(), (id, number) -> ofRating(id, number, one.found(), slotDay, due)));
            }
        }
        if (!openings.isEmpty()) {
            open(openings, slotDay);
        }
    }

    /** Numbers are drawn: they have gaps where a row is shown to nobody, and say nothing of which those are. */
    private void open(List<Opening> openings, LocalDate slotDay) {
        Map<UUID, Opening> lots = new TreeMap<>();
        openings.forEach(opening -> lots.put(ids.next(), opening));
        Collection<Opening> ordered = lots.values();
        long number = rows.takeNumbers(slotDay.getYear(), ordered.size());
        List<SealedOrder> fresh = new ArrayList<>();
        List<CityOrder> orders = new ArrayList<>();
        for (Opening opening : ordered) {
            CityOrder order = opening.as().apply(ids.next(), "自办-%d-%04d".formatted(slotDay.getYear(), number));
            number++;
            orders.add(order);
            fresh.add(seals.sealed(order, opening.ref()));
            if (order.leafId() != null) {
                trail.bySlot("city-order:" + order.id(), "CITY_ORDER_OPENED", order.number(), at(slotDay));
            }
        }
        rows.add(fresh);
        index.note(orders);
        trail.bySlot("city-orders", "CITY_ORDERS_OPENED", Integer.toString(fresh.size()), at(slotDay));
    }

    private boolean waitedTooLong(LocalDate visitDay, LocalDate slotDay, WorkingCalendar calendar) {
        return calendar.workingDaysBetween(visitDay, slotDay) >= config.office().promisedDays();
    }

    private static CityOrder ofLeaf(UUID id, String number, LeafFacts leaf, LocalDate slotDay, LocalDate due) {
        return new CityOrder(id, number, true, leaf.id(), leaf.number(), null, slotDay, due, null);
    }

    private CityOrder ofRating(UUID id, String number, Found found, LocalDate slotDay, LocalDate due) {
        RatingRecord rating = found.rating();
        boolean isPoor = poor.holds(rating) && rating.marks().validity() == Validity.VALID;
        @Nullable
        Subject subject = isPoor
                ? new Subject(
                        found.place(),
                        rating.ownerUnit(),
                        rating.visitDay(),
                        rating.level(),
                        rating.reasons(),
                        rating.note())
                : null;
        return new CityOrder(id, number, isPoor, null, null, subject, slotDay, due, null);
    }

    private static Instant at(LocalDate slotDay) {
        return new Slot(slotDay, false, false).at();
    }
}
