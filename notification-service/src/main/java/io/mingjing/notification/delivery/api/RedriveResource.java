package io.mingjing.notification.delivery.api;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.Role;
import io.mingjing.notification.NotificationProblem;
import io.mingjing.notification.delivery.application.Redrives;
import io.mingjing.notification.recipient.persistence.Units;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Operations tries mails again that had been given up, once the cause is gone. */
@Path("/api/v1/notices/redrives")
public class RedriveResource {

    /**
     * A span of business time in which deliveries failed.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public record RedriveRequest(
            @NotNull(message = "请给出起始时刻（含） | give the first instant, inclusive")
            Instant from,

            @NotNull(message = "请给出截止时刻（不含） | give the last instant, exclusive")
            Instant to) {}

    private final Redrives redrives;
    private final Units units;
    private final Actor actor;

    RedriveResource(Redrives redrives, Units units, Actor actor) {
        this.redrives = redrives;
        this.units = units;
        this.actor = actor;
    }

    /** Repeating it is harmless: what waits already is no dead letter any more. */
    @POST
    @AllowedTo(Role.OPERATIONS)
    @Operation(summary = "Queues deliveries again that failed in a span, at most 1,000 at a time")
    public Redrives.Outcome redrive(@NotNull @Valid RedriveRequest request) {
        if (!request.from().isBefore(request.to())) {
            throw new ProblemException(
                    NotificationProblem.SPAN,
                    "起始时刻须早于截止时刻",
                    "The first instant must lie before the last",
                    List.of(new Violation("to", "须晚于 from", "must be later than from")),
                    Map.of());
        }
        List<Post> posts = actor.posts().stream()
                .filter(post -> post.role() == Role.OPERATIONS)
                .toList();
        if (posts.isEmpty()) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "需要系统运维岗位", "This needs a post of operations");
        }
        return redrives.redrive(
                request.from(),
                request.to(),
                units.under(posts.stream().map(Post::unit).toList()),
                actor,
                posts.getFirst());
    }
}
