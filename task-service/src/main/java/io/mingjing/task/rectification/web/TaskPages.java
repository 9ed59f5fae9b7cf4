package io.mingjing.task.rectification.web;

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
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Words;
import io.mingjing.task.rectification.application.On;
import io.mingjing.task.rectification.application.TaskLists;
import io.mingjing.task.rectification.domain.TaskState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of tasks, the page of one, and its forms: each is sent as a plain form and answered with a page. */
@Path("/task/tasks")
@Produces(MediaType.TEXT_HTML)
public class TaskPages {

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance list(
                ListPage<TaskLine> page,
                List<UnitOption> units,
                List<TaskState> states,
                String unit,
                String state,
                @Nullable String next);

        static native TemplateInstance task(TaskSheet sheet, Sent sent, @Nullable Words done);
    }

    private final TaskLists lists;
    private final TaskSheets sheets;
    private final ActForwarding forwarding;
    private final Actor actor;

    TaskPages(TaskLists lists, TaskSheets sheets, ActForwarding forwarding, Actor actor) {
        this.lists = lists;
        this.sheets = sheets;
        this.forwarding = forwarding;
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
    public TemplateInstance list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("state") @Nullable TaskState state,
            @QueryParam("after") @Nullable String after) {
        ListPage<TaskLine> page =
                lists.page(actor, unit, state, after, ListPage.USUAL).map(TaskLine::of);
        List<TaskState> states = Arrays.stream(TaskState.values())
                .filter(each -> each != TaskState.DRAFT)
                .toList();
        return Templates.list(
                page,
                lists.units(actor).stream().map(UnitOption::of).toList(),
                states,
                unit == null ? "" : unit,
                state == null ? "" : state.name(),
                page.next());
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
    public TemplateInstance task(@PathParam("id") UUID id, @QueryParam("done") @Nullable String done) {
        Words words = done == null
                ? null
                : ActPath.named(done)
                        .map(path -> new Words(path.act().zh(), path.act().en()))
                        .orElse(null);
        return Templates.task(sheets.of(id, actor, Sent.NOTHING), Sent.NOTHING, words);
    }

    /** Does an act; a refusal comes back as the page, with what was wrong at its field. */
    @POST
    @Path("{id}/{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AllowedTo({SECTION, SECTION_HEAD, COORDINATOR, LEADER_IN_CHARGE, PRINCIPAL_LEADER})
    public Response act(@PathParam("id") UUID id, @PathParam("act") String act, MultivaluedMap<String, String> sent) {
        ActPath path = ActPath.named(act)
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "没有这种操作", "There is no such act"));
        Map<String, String> form = new HashMap<>();
        sent.forEach((name, values) -> form.put(name, values.getFirst()));
        try {
            forwarding.perform(path, new On(id, version(form), actor), form);
        } catch (ProblemException refusal) {
            if (refusal.type().status() == CommonProblem.NOT_FOUND.status()) {
                throw refusal;
            }
            Sent refused = Sent.refused(path, form, refusal);
            String page =
                    Templates.task(sheets.of(id, actor, refused), refused, null).render();
            return Response.status(refusal.type().status()).entity(page).build();
        }
        return Response.seeOther(URI.create("/task/tasks/" + id + "?done=" + path.path()))
                .build();
    }

    /** The version the page showed; a form from elsewhere, such as the inbox, has none. */
    private static @Nullable Long version(Map<String, String> form) {
        String version = form.getOrDefault("version", "");
        return version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
    }
}
