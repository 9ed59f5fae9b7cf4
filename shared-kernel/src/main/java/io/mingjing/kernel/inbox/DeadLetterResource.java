package io.mingjing.kernel.inbox;

import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Operations looks at the dead letters of a service and redrives a range of them. No content is shown. */
@Path("/api/v1/dead-letters/{service}")
public class DeadLetterResource {

    /**
     * A range of times of death.
     *
     * @param from first instant, inclusive
     * @param to last instant, exclusive
     */
    public record RedriveRequest(
            @NotNull(message = "请给出起始时刻（含） | give the first instant, inclusive")
            Instant from,

            @NotNull(message = "请给出截止时刻（不含） | give the last instant, exclusive")
            Instant to) {}

    private final DeadLetters deadLetters;
    private final Redrive redrive;
    private final String self;

    DeadLetterResource(
            DeadLetters deadLetters, Redrive redrive, @ConfigProperty(name = "quarkus.application.name") String self) {
        this.deadLetters = deadLetters;
        this.redrive = redrive;
        this.self = self;
    }

    /** Lists dead letters, oldest first. */
    @GET
    @AllowedTo(Role.OPERATIONS)
    public ListPage<DeadLetters.Letter> list(
            @RestPath String service, @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") int limit) {
        onlyOurs(service);
        Cursor cursor = Cursor.parse(after, 2);
        Instant afterTime = Instant.EPOCH;
        UUID afterId = new UUID(0, 0);
        if (cursor != null) {
            try {
                afterTime = Instant.parse(cursor.parts().get(0));
                afterId = UUID.fromString(cursor.parts().get(1));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Cursor.foreign();
            }
        }
        int size = Math.clamp(limit, 1, ListPage.MAX);
        List<DeadLetters.Letter> letters = deadLetters.dead(afterTime, afterId, size + 1);
        return ListPage.cut(letters, size, letter -> Cursor.of(letter.diedAt(), letter.id()));
    }

    /** Applies the dead letters of a range again, at most 10,000 at a time. */
    @POST
    @Path("redrives")
    @AllowedTo(Role.OPERATIONS)
    public Redrive.Outcome redrive(@RestPath String service, @NotNull @Valid RedriveRequest request) {
        onlyOurs(service);
        return redrive.range(request.from(), request.to());
    }

    private void onlyOurs(String service) {
        if (!service.equals(self)) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "本服务是 " + self, "This service is " + self);
        }
    }
}
