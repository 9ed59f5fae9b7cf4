package io.mingjing.evaluation.leaf.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.leaf.application.QuarantineDesk;
import io.mingjing.evaluation.leaf.application.QuarantineDesk.Tried;
import io.mingjing.evaluation.leaf.persistence.Quarantine.Group;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Boxes that did not open (隔离区), for operations of the city: how many, since which day, why; never where. */
@Path("/api/v1/quarantine")
public class QuarantineResource {

    /**
     * Which boxes to try again.
     *
     * @param from first expiry day of their codes
     * @param to last one, included
     */
    public record RetryRequest(
            @NotNull(message = "请填写起始日期，如 2026-03-19") LocalDate from,
            @NotNull(message = "请填写截止日期，如 2026-03-21") LocalDate to) {

        @AssertTrue(message = "截止日期不能早于起始日期")
        boolean isRange() {
            return from == null || to == null || !to.isBefore(from);
        }
    }

    private final QuarantineDesk desk;
    private final Actor actor;

    QuarantineResource(QuarantineDesk desk, Actor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.OPERATIONS)
    @Operation(summary = "List quarantined boxes by expiry day and cause")
    public ListPage<Group> list(@BeanParam @Valid PageQuery page) {
        return desk.list(actor, page.after(), page.limit());
    }

    @POST
    @Path("/retries")
    @AllowedTo(Role.OPERATIONS)
    @Operation(
            summary =
                    "Try the boxes of some expiry days again; those that open wait for the next slot. Repeating it is harmless")
    public Tried retry(@Valid @NotNull(message = "请填写日期范围") RetryRequest request) {
        return desk.retry(actor, request.from(), request.to());
    }
}
