package io.mingjing.evaluation.office.web;

import io.mingjing.evaluation.leaf.application.ScaleWords;
import io.mingjing.evaluation.office.application.CityOrders;
import io.mingjing.evaluation.office.application.OrderWork;
import io.mingjing.evaluation.office.application.PlaceNames;
import io.mingjing.evaluation.office.application.Words;
import io.mingjing.evaluation.office.domain.CityOrder;
import io.mingjing.evaluation.office.domain.CityOrder.Done;
import io.mingjing.evaluation.office.domain.CityOrder.Subject;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The city office's own orders (自办单), and what was done about each. Every look is recorded. */
@Path("/evaluation/office/orders")
@Produces(MediaType.TEXT_HTML)
public class OrderPages {

    private static final int ROWS = 50;
    private static final int LONGEST = 1_000;

    /** An order in words. */
    record Row(
            UUID id,
            String number,
            boolean late,
            @Nullable UUID leaf,
            @Nullable String leafNumber,
            @Nullable String place,
            @Nullable LocalDate day,
            @Nullable String level,
            List<String> reasons,
            @Nullable String note,
            LocalDate opened,
            LocalDate due,
            @Nullable Done done,
            @Nullable String passTo) {}

    @CheckedTemplate(basePath = "office", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance orders(List<Row> rows, @Nullable String next);

        static native TemplateInstance order(Row row);
    }

    private final CityOrders orders;
    private final OrderWork work;
    private final Units units;
    private final ScaleWords words;
    private final PlaceNames places;
    private final BusinessClock clock;
    private final Actor actor;

    OrderPages(
            CityOrders orders,
            OrderWork work,
            Units units,
            ScaleWords words,
            PlaceNames places,
            BusinessClock clock,
            Actor actor) {
        this.orders = orders;
        this.work = work;
        this.units = units;
        this.words = words;
        this.places = places;
        this.clock = clock;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String after) {
        ListPage<CityOrder> page = orders.page(actor, after, ROWS);
        return Templates.orders(
                page.items().stream().map(order -> row(order, null)).toList(), page.next());
    }

    @GET
    @Path("/{id}")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath UUID id) {
        CityOrder order = orders.find(actor, id);
        String unit =
                work.passable(order).map(leaf -> units.nameOf(leaf.ownerUnit())).orElse(null);
        return Templates.order(row(order, unit));
    }

    @POST
    @Path("/{id}/result")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public Response complete(@RestPath UUID id, @RestForm @Nullable FreeText result) {
        work.complete(actor, id, Words.required("result", result, LONGEST));
        return Response.seeOther(URI.create("/evaluation/office/orders/" + id)).build();
    }

    @POST
    @Path("/{id}/task")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public Response passOn(@RestPath UUID id) {
        work.passOn(actor, id);
        return Response.seeOther(URI.create("/evaluation/office/orders/" + id)).build();
    }

    /** @param passTo unit that may be given a task for it; null where none may, and in lists */
    private Row row(CityOrder order, @Nullable String passTo) {
        Subject subject = order.subject();
        return new Row(
                order.id(),
                order.number(),
                order.late(clock.today()),
                order.leafId(),
                order.leafNumber(),
                subject == null ? null : places.of(subject.place()),
                subject == null ? null : subject.day(),
                subject == null ? null : words.level(subject.level()),
                subject == null
                        ? List.of()
                        : subject.reasons().stream().map(words::reason).toList(),
                subject == null ? null : subject.note(),
                order.opened(),
                order.due(),
                order.done(),
                passTo);
    }
}
