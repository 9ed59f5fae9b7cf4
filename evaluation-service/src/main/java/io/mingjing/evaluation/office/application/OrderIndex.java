package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.office.domain.CityOrder;
import io.mingjing.evaluation.office.persistence.CityOrderRows;
import io.mingjing.evaluation.office.persistence.CityOrderRows.SealedOrder;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Which own orders are open, and which were done lately: what a list has to know without opening every row there ever was.
 * It lies in one seal that is written whole, so that who reads the database learns nothing from it.
 */
@ApplicationScoped
class OrderIndex {

    /** For so many days a done order is still listed. */
    static final int COVER_DAYS = 90;

    /** One length for some hundreds of orders. */
    private static final int SIZE = 65_536;

    private static final String KIND = "order index";
    private static final UUID ROW = new UUID(0, 0);
    private static final int BATCH = 200;

    /** An order as far as its place in a list goes. */
    record Entry(UUID id, String number, LocalDate opened, LocalDate due, boolean done) {

        static Entry of(CityOrder order) {
            return new Entry(order.id(), order.number(), order.opened(), order.due(), order.done() != null);
        }
    }

    private record Index(List<Entry> entries) {}

    private final CityOrderRows rows;
    private final OrderSeals orders;
    private final OfficeSeals seals;
    private final BusinessClock clock;

    OrderIndex(CityOrderRows rows, OrderSeals orders, OfficeSeals seals, BusinessClock clock) {
        this.rows = rows;
        this.orders = orders;
        this.seals = seals;
        this.clock = clock;
    }

    /** All that are open, and those of the last 90 days that are done, in no order. */
    @Transactional
    public List<Entry> entries() {
        return rows.index().map(this::open).orElseGet(() -> write(List.of()));
    }

    /** Takes over orders as they are now; whatever there is nothing to do about is left out. Joins the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void note(Collection<CityOrder> changed) {
        write(changed);
    }

    private List<Entry> write(Collection<CityOrder> changed) {
        rows.lockIndex();
        List<Entry> entries = new ArrayList<>(rows.index().map(this::open).orElseGet(this::ofAllRows));
        for (CityOrder order : changed) {
            entries.removeIf(entry -> entry.id().equals(order.id()));
            if (order.poor()) {
                entries.add(Entry.of(order));
            }
        }
        LocalDate cover = clock.today().minusDays(COVER_DAYS);
        entries.removeIf(entry -> entry.done() && entry.opened().isBefore(cover));
        rows.putIndex(seals.seal(KIND, ROW, SIZE, new Index(entries)));
        return entries;
    }

    private List<Entry> ofAllRows() {
        List<Entry> entries = new ArrayList<>();
        List<SealedOrder> batch;
        UUID seen = null;
        do {
            batch = rows.page(seen, BATCH);
            for (SealedOrder row : batch) {
                CityOrder order = orders.open(row);
                if (order.poor()) {
                    entries.add(Entry.of(order));
                }
                seen = row.id();
            }
        } while (batch.size() == BATCH);
        return entries;
    }

    private List<Entry> open(byte[] seal) {
        return seals.open(KIND, ROW, seal, Index.class).entries();
    }
}
