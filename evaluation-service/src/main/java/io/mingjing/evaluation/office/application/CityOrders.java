package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.office.application.OrderIndex.Entry;
import io.mingjing.evaluation.office.domain.CityOrder;
import io.mingjing.evaluation.office.persistence.CityOrderRows;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the city office sees of its own orders (自办单). Every look is recorded before anything is handed out. */
@ApplicationScoped
public class CityOrders {

    /** How many orders are to be done. */
    public record Load(long open, long late) {}

    private static final Comparator<Entry> OPEN_FIRST = Comparator.comparing(CityOrders::key);

    private final OfficeRights rights;
    private final OfficeTrail trail;
    private final CityOrderRows rows;
    private final OrderSeals seals;
    private final OrderIndex index;
    private final BusinessClock clock;

    CityOrders(
            OfficeRights rights,
            OfficeTrail trail,
            CityOrderRows rows,
            OrderSeals seals,
            OrderIndex index,
            BusinessClock clock) {
        this.rights = rights;
        this.trail = trail;
        this.rows = rows;
        this.seals = seals;
        this.index = index;
        this.clock = clock;
    }

    /** Open ones first, by due day; then those of the last 90 days that are done. */
    public ListPage<CityOrder> page(Actor actor, @Nullable String after, int limit) {
        Post post = rights.office(actor);
        Cursor cursor = Cursor.parse(after, 1);
        String seen = cursor == null ? "" : cursor.parts().getFirst();
        List<Entry> found = index.entries().stream()
                .filter(order -> key(order).compareTo(seen) > 0)
                .sorted(OPEN_FIRST)
                .limit(limit + 1L)
                .toList();
        trail.looked(actor, post, "city-orders", "CITY_ORDERS_VIEWED");
        Map<UUID, CityOrder> opened = rows.find(found.stream().map(Entry::id).toList()).stream()
                .map(seals::open)
                .collect(Collectors.toMap(CityOrder::id, order -> order));
        return ListPage.cut(found, limit, order -> Cursor.of(key(order)))
                .map(order -> Objects.requireNonNull(opened.get(order.id())));
    }

    /** @throws ProblemException 404 where there is none */
    public CityOrder find(Actor actor, UUID id) {
        Post post = rights.office(actor);
        CityOrder order = rows.find(id).map(seals::open).filter(CityOrder::poor).orElseThrow(CityOrders::unknown);
        trail.looked(actor, post, "city-orders", "CITY_ORDERS_VIEWED");
        return order;
    }

    /** Counts only, for the console. */
    public Load load(Actor actor) {
        rights.office(actor);
        LocalDate today = clock.today();
        List<Entry> open =
                index.entries().stream().filter(order -> !order.done()).toList();
        return new Load(
                open.size(),
                open.stream().filter(order -> today.isAfter(order.due())).count());
    }

    private static String key(Entry order) {
        return (order.done() ? "1" : "0") + " " + order.due() + " " + order.number() + " " + order.id();
    }

    static ProblemException unknown() {
        return new ProblemException(CommonProblem.NOT_FOUND, "没有这张自办单", "There is no such order");
    }
}
