package io.mingjing.evaluation.code.api;

import io.mingjing.evaluation.code.application.KeyRevocation;
import io.mingjing.evaluation.code.application.KeyRewrapping;
import io.mingjing.evaluation.code.application.KeyRights;
import io.mingjing.evaluation.code.application.KeyRotation;
import io.mingjing.evaluation.code.application.KeyViews;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The keys: which there are, and what may be done to them. No key itself is ever shown. */
@Path("/api/v1/keys")
public class KeyResource {

    /** Why a key is revoked. */
    public record RevocationRequest(
            @NotBlank(message = "请填写原因 | give the reason")
            @Size(max = 200, message = "原因最多 200 字 | 200 characters at most")
            String reason) {}

    /**
     * What came of asking for a revocation.
     *
     * @param state {@code PROPOSED} or {@code REVOKED}
     * @param until when the proposal lapses
     */
    public record RevocationAnswer(
            String state,
            @Nullable String proposedBy,
            @Nullable Instant until) {}

    private final KeyViews views;
    private final KeyRotation rotation;
    private final KeyRevocation revocation;
    private final KeyRewrapping rewrapping;
    private final KeyRights rights;
    private final Actor actor;

    KeyResource(
            KeyViews views,
            KeyRotation rotation,
            KeyRevocation revocation,
            KeyRewrapping rewrapping,
            KeyRights rights,
            Actor actor) {
        this.views = views;
        this.rotation = rotation;
        this.revocation = revocation;
        this.rewrapping = rewrapping;
        this.rights = rights;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.OPERATIONS, Role.OVERSIGHT})
    @Operation(summary = "All rings by purpose, and which key-encryption key (KEK) wraps how many keys")
    public KeyViews.Keys all() {
        rights.toRead(actor);
        return views.all();
    }

    @GET
    @Path("/{purpose}")
    @AllowedTo({Role.OPERATIONS, Role.OVERSIGHT})
    @Operation(summary = "The ring of one purpose")
    public KeyViews.Ring one(@RestPath String purpose) {
        rights.toRead(actor);
        return views.ring(known(purpose));
    }

    @POST
    @Path("/{purpose}/rotation")
    @AllowedTo(Role.OPERATIONS)
    @Operation(
            summary = "Put a new key in the place of the active one; what the old one made stays good",
            description = "Keys that are chosen by a day take over some days later, see fromDay.")
    public RestResponse<KeyViews.Ring> rotate(
            @RestPath String purpose, @HeaderParam("Idempotency-Key") @Nullable String key) {
        KeyPurpose of = known(purpose);
        rotation.rotate(actor, of, key);
        return RestResponse.ResponseBuilder.<KeyViews.Ring>created(URI.create("/api/v1/keys/" + of.word()))
                .entity(views.ring(of))
                .build();
    }

    @POST
    @Path("/{purpose}/{kid}/revocation")
    @AllowedTo(Role.OPERATIONS)
    @Operation(
            summary = "Propose to revoke a key, or confirm what another person proposed",
            description = "Everything the key made is refused from then on. 202: a second person has to confirm.")
    public RestResponse<RevocationAnswer> revoke(
            @RestPath String purpose,
            @RestPath int kid,
            @NotNull(message = "请提供 JSON 内容") @Valid RevocationRequest request) {
        return switch (revocation.ask(
                actor, known(purpose), kid, request.reason().strip())) {
            case KeyRevocation.Outcome.Proposed(String by, Instant until) ->
                RestResponse.status(RestResponse.Status.ACCEPTED, new RevocationAnswer("PROPOSED", by, until));
            case KeyRevocation.Outcome.Revoked() -> RestResponse.ok(new RevocationAnswer("REVOKED", null, null));
        };
    }

    @DELETE
    @Path("/{purpose}/{kid}/revocation")
    @AllowedTo(Role.OPERATIONS)
    @ResponseStatus(204)
    @Operation(summary = "Take back a proposal to revoke a key")
    public void takeBack(@RestPath String purpose, @RestPath int kid) {
        revocation.takeBack(actor, known(purpose), kid);
    }

    @POST
    @Path("/kek/rewrap")
    @AllowedTo(Role.OPERATIONS)
    @Operation(summary = "Wrap every key anew with the last KEK of the key file, so that older ones can be taken out")
    public KeyRewrapping.Rewrapped rewrap() {
        return rewrapping.run(actor);
    }

    private static KeyPurpose known(String purpose) {
        return KeyPurpose.ofWord(purpose)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.NOT_FOUND, "没有这种用途的密钥", "There are no keys of this purpose"));
    }
}
