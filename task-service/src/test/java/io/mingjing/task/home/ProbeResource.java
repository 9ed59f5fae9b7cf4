package io.mingjing.task.home;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.Idempotency;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.OpenToAll;
import io.mingjing.kernel.http.Role;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Resource methods for the tests of the kernel's HTTP parts, one for each thing that can be wrong. */
@Path("/api/v1/probe")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProbeResource {

    enum Colour {
        BLUE,
        RED
    }

    record Line(@NotBlank(message = "请填写名称 | give the name") String name, Colour colour) {}

    record Order(
            @NotBlank String title,
            @Size(max = 5) String code,
            @Max(9) int count,
            LocalDate day,
            FreeText note,
            List<@Valid Line> lines) {}

    private final Actor actor;
    private final Idempotency idempotency;

    ProbeResource(Actor actor, Idempotency idempotency) {
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @AllowedTo(Role.COORDINATOR)
    public Order echo(@Valid Order order) {
        return order;
    }

    @GET
    @Path("/{id}")
    @AllowedTo(Role.COORDINATOR)
    public String read(
            @PathParam("id") UUID id,
            @QueryParam("limit") Integer limit,
            @QueryParam("day") LocalDate day,
            @QueryParam("colour") Colour colour,
            @QueryParam("unit") String unit) {
        return "\"" + ListPage.limit(limit) + "\"";
    }

    @GET
    @Path("/who")
    @AllowedTo(anyPost = true)
    public List<String> who() {
        return List.of(actor.subject(), actor.name(), actor.posts().toString());
    }

    @GET
    @Path("/broken")
    @OpenToAll
    public String broken() {
        throw new IllegalStateException("the secret of the database");
    }

    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "\"nobody said who may\"";
    }

    @POST
    @Path("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @OpenToAll
    public List<String> form(@FormParam("name") String name, @FormParam("note") FreeText note) {
        return List.of(name, note == null ? "" : note.value());
    }

    @POST
    @Path("/once")
    @AllowedTo(Role.COORDINATOR)
    @Transactional
    public Response once(@HeaderParam("Idempotency-Key") String key, Line line) {
        byte[] hash = Idempotency.hash(line);
        var earlier = idempotency.locationOf(actor, key, hash);
        if (earlier.isPresent()) {
            return Response.ok().location(URI.create(earlier.get())).build();
        }
        String location = "/api/v1/probe/" + UUID.randomUUID();
        idempotency.remember(actor, key, hash, location);
        return Response.created(URI.create(location)).build();
    }
}
