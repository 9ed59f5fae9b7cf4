package io.mingjing.evaluation.place.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.place.application.Findings;
import io.mingjing.evaluation.place.domain.Finding;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What should be put right in the register of places. */
@Path("/api/v1/place-findings")
public class FindingResource {

    private final Findings findings;
    private final Actor actor;

    FindingResource(Findings findings, Actor actor) {
        this.findings = findings;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(
            summary = "Silent devices, contradicting limits, owners that are gone, windows without a card",
            description = "Worked out when asked; what was put right is gone. In order of kind and code.")
    public ListPage<Finding> list(@BeanParam @Valid PageQuery page) {
        return findings.page(actor, page.after(), page.limit());
    }
}
