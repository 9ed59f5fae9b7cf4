package io.mingjing.task.plan.web;

import static io.mingjing.kernel.http.Role.CITY_OFFICE;
import static io.mingjing.kernel.http.Role.COORDINATOR;
import static io.mingjing.kernel.http.Role.LEADER_IN_CHARGE;
import static io.mingjing.kernel.http.Role.LIAISON;
import static io.mingjing.kernel.http.Role.OVERSIGHT;
import static io.mingjing.kernel.http.Role.PRINCIPAL_LEADER;
import static io.mingjing.kernel.http.Role.SECTION;
import static io.mingjing.kernel.http.Role.SECTION_HEAD;
import static io.mingjing.kernel.http.Role.UNIT_ADMIN;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.task.plan.application.PlanView;
import io.mingjing.task.plan.application.Plans;
import io.mingjing.task.plan.application.Publication;
import io.mingjing.task.plan.domain.Plan;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of plans, and a plan as its document reads, with its tasks. */
@Path("/task/plans")
@Produces(MediaType.TEXT_HTML)
public class PlanPages {

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance list(ListPage<Plan> page, @Nullable String next);

        static native TemplateInstance plan(PlanView view);
    }

    private final Plans plans;
    private final Publication publication;
    private final Actor actor;

    PlanPages(Plans plans, Publication publication, Actor actor) {
        this.plans = plans;
        this.publication = publication;
        this.actor = actor;
    }

    @GET
    @AllowedTo({
        SECTION,
        SECTION_HEAD,
        LIAISON,
        COORDINATOR,
        LEADER_IN_CHARGE,
        PRINCIPAL_LEADER,
        CITY_OFFICE,
        OVERSIGHT,
        UNIT_ADMIN
    })
    public TemplateInstance list(@QueryParam("after") @Nullable String after) {
        ListPage<Plan> page = plans.page(actor, after, ListPage.USUAL);
        return Templates.list(page, page.next());
    }

    @GET
    @Path("{id}")
    @AllowedTo({
        SECTION,
        SECTION_HEAD,
        LIAISON,
        COORDINATOR,
        LEADER_IN_CHARGE,
        PRINCIPAL_LEADER,
        CITY_OFFICE,
        OVERSIGHT,
        UNIT_ADMIN
    })
    public TemplateInstance plan(@PathParam("id") UUID id) {
        return Templates.plan(plans.view(id, actor));
    }

    @POST
    @Path("{id}/publication")
    @AllowedTo(COORDINATOR)
    public Response publish(@PathParam("id") UUID id) {
        publication.publish(id, actor);
        return Response.seeOther(URI.create("/task/plans/" + id)).build();
    }
}
