package io.mingjing.evaluation.office.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.office.application.CityOrders;
import io.mingjing.evaluation.office.application.OrderWork;
import io.mingjing.evaluation.office.application.Words;
import io.mingjing.evaluation.office.domain.CityOrder;
import io.mingjing.evaluation.office.domain.CityOrder.Done;
import io.mingjing.evaluation.office.domain.CityOrder.State;
import io.mingjing.evaluation.office.domain.CityOrder.Subject;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Orders of the city office's own (市营商办自办单). */
@Path("/api/v1/city-orders")
public class CityOrderResource {

    /**
     * @param state {@code PASSED_ON} where the unit has a task for it (转办)
     * @param leaf the leaf it is about; null for a rating that no leaf took in time
     * @param rating such a rating; null for a leaf
     */
    public record OrderView(
            UUID id,
            String number,
            State state,
            @Nullable UUID leaf,
            @Nullable String leafNumber,
            @Nullable Subject rating,
            LocalDate opened,
            LocalDate due,
            @Nullable String result,
            @Nullable String doneBy,
            @Nullable Instant doneAt) {

        static OrderView of(CityOrder order) {
            Done done = order.done();
            return new OrderView(
                    order.id(),
                    order.number(),
                    order.state(),
                    order.leafId(),
                    order.leafNumber(),
                    order.subject(),
                    order.opened(),
                    order.due(),
                    done == null ? null : done.result(),
                    done == null ? null : done.name(),
                    done == null ? null : done.at());
        }
    }

    /** @param result what was done, 1 to 1000 characters; of a leaf, receipt holders read it */
    public record ResultRequest(@Nullable FreeText result) {}

    private static final int LONGEST = 1_000;

    private final CityOrders orders;
    private final OrderWork work;
    private final Actor actor;

    CityOrderResource(CityOrders orders, OrderWork work, Actor actor) {
        this.orders = orders;
        this.work = work;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(
            summary =
                    "The office's own orders, open ones first, by due day, then those of the last 90 days that are done; each look is audited")
    public ListPage<OrderView> list(@BeanParam @Valid PageQuery page) {
        return orders.page(actor, page.after(), page.limit()).map(OrderView::of);
    }

    @GET
    @Path("/{id}")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "One of them; each look is audited")
    public OrderView get(@RestPath UUID id) {
        return OrderView.of(orders.find(actor, id));
    }

    @POST
    @Path("/{id}/result")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Say what was done; the order is done then")
    public OrderView complete(@RestPath UUID id, @NotNull(message = "请提供 JSON 内容") ResultRequest request) {
        return OrderView.of(work.complete(actor, id, Words.required("result", request.result(), LONGEST)));
    }

    @POST
    @Path("/{id}/task")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(
            summary =
                    "Pass the order's leaf of place codes, contested or second ratings on to its unit, which gets a task (转办); once, a repeat changes nothing")
    public OrderView passOn(@RestPath UUID id) {
        return OrderView.of(work.passOn(actor, id));
    }
}
