package io.mingjing.evaluation.leaf.api;

import io.mingjing.evaluation.leaf.application.PendingDigests;
import io.mingjing.evaluation.leaf.application.PendingDigests.PendingDigest;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The city office's digest at the full hour (整点提示), for the service that sends it. */
@Path("/api/v1/pending-digests")
public class PendingDigestResource {

    /** @param said the last hour that is through, whatever became of its mail; null where there was none */
    public record TakeRequest(@Nullable Instant said) {}

    private final PendingDigests digests;
    private final Actor actor;

    PendingDigestResource(PendingDigests digests, Actor actor) {
        this.digests = digests;
        this.actor = actor;
    }

    @POST
    @AllowedTo(Role.NOTICES)
    @Operation(
            summary =
                    "Take the digest of the hour that runs: rough counts (0, 1, 5, 10, 20, 50 … and more) of the city's poor"
                            + " ratings since the last hour that is through and of all that wait, and how long. Repeats within the hour"
                            + " answer the same; each is audited")
    public PendingDigest take(@NotNull(message = "请提供 JSON 内容") TakeRequest request) {
        return digests.take(actor, request.said());
    }
}
