package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.office.domain.CityOrder;
import io.mingjing.evaluation.office.domain.CityOrder.Done;
import io.mingjing.evaluation.office.persistence.CityOrderRows;
import io.mingjing.evaluation.office.persistence.CityOrderRows.SealedOrder;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The city office works its own orders (自办单). Every look and every act is recorded before anything is handed out. */
@ApplicationScoped
public class CityOrders {

    /** How many orders are to be done. */
    public record Load(long open, long late) {}

    /** Acts rewrite all rows since then, or all there are, so that which of them was worked does not show in the table. */
    private static final int COVER_DAYS = 90;

    /** Rows older than that in which nothing will ever be to do again: they need not be opened a second time. */
    private final Set<UUID> settled = ConcurrentHashMap.newKeySet();

    private static final Comparator<CityOrder> OPEN_FIRST = Comparator.comparing(CityOrders::key);

    private final OfficeRights rights;
    private final OfficeTrail trail;
    private final CityOrderRows rows;
    private final OrderSeals seals;
    private final BusinessClock clock;

    CityOrders(OfficeRights rights, OfficeTrail trail, CityOrderRows rows, OrderSeals seals, BusinessClock clock) {
        this.rights = rights;
        this.trail = trail;
        this.rows = rows;
        this.seals = seals;
        this.clock = clock;
    }

    /** Open ones first, by due day; then those of the last 90 days that are done. */
    public ListPage<CityOrder> page(Actor actor, @Nullable String after, int limit) {
        Post post = rights.office(actor);
        Cursor cursor = Cursor.parse(after, 1);
        String seen = cursor == null ? "" : cursor.parts().getFirst();
        List<CityOrder> found = orders().filter(order -> key(order).compareTo(seen) > 0)
                .sorted(OPEN_FIRST)
                .limit(limit + 1L)
                .toList();
        trail.looked(actor, post, "city-orders", "CITY_ORDERS_VIEWED");
        return ListPage.cut(found, limit, order -> Cursor.of(key(order)));
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
        List<CityOrder> open = orders().filter(order -> order.done() == null).toList();
        return new Load(
                open.size(), open.stream().filter(order -> order.late(today)).count());
    }

    /**
     * Says what was done. Of a city leaf it is what whoever has a receipt of that leaf reads from now on.
     *
     * @param result 1 to 1000 characters
     * @throws ProblemException 404 where there is no such order; 409 where it is done already
     */
    @Transactional
    public CityOrder complete(Actor actor, UUID id, String result) {
        Post post = rights.office(actor);
        SealedOrder row = rows.find(id).orElseThrow(CityOrders::unknown);
        LocalDate cover = clock.today().minusDays(COVER_DAYS);
        List<SealedOrder> locked = rows.lockSince(row.opened().isBefore(cover) ? LocalDate.EPOCH : cover);
        CityOrder order = locked.stream()
                .filter(one -> one.id().equals(id))
                .map(seals::open)
                .filter(CityOrder::poor)
                .findFirst()
                .orElseThrow(CityOrders::unknown);
        if (order.done() != null) {
            throw new ProblemException(
                    EvaluationProblem.ORDER_STATE,
                    "自办单 " + order.number() + " 已由 " + order.done().name() + " 办结",
                    "The order " + order.number() + " was done by "
                            + order.done().name(),
                    List.of(),
                    Map.of("state", "DONE"));
        }
        CityOrder done = order.completed(new Done(result, actor.subject(), actor.name(), post.toString(), clock.now()));
        rows.reseal(locked.stream()
                .map(one -> one.id().equals(id) ? done : seals.open(one))
                .map(one -> seals.sealed(one, new byte[0]))
                .toList());
        // Only what was poor can be done: the trail must not name a row of a single rating. Its seal says who did what.
        boolean ofLeaf = done.leafId() != null;
        trail.did(
                actor,
                post,
                ofLeaf ? "city-order:" + id : "city-orders",
                "CITY_ORDER_DONE",
                "OPEN",
                "DONE",
                ofLeaf ? order.number() : null);
        return done;
    }

    /** All that are open, and those of the last 90 days that are done. */
    private Stream<CityOrder> orders() {
        LocalDate cover = clock.today().minusDays(COVER_DAYS);
        List<CityOrder> orders = new ArrayList<>();
        for (SealedOrder row : rows.sinceOrOtherThan(cover, settled)) {
            CityOrder order = seals.open(row);
            boolean open = order.poor() && order.done() == null;
            if (open || (order.poor() && !order.opened().isBefore(cover))) {
                orders.add(order);
            } else if (order.opened().isBefore(cover)) {
                settled.add(order.id());
            }
        }
        return orders.stream();
    }

    private static String key(CityOrder order) {
        return (order.done() == null ? "0" : "1") + " " + order.due() + " " + order.number() + " " + order.id();
    }

    private static ProblemException unknown() {
        return new ProblemException(CommonProblem.NOT_FOUND, "没有这张自办单", "There is no such order");
    }
}
