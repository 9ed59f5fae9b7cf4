package io.mingjing.evaluation.code.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.code.api.PostedCodeRequests.EndRequest;
import io.mingjing.evaluation.code.api.PostedCodeRequests.PostingRequest;
import io.mingjing.evaluation.code.application.PlacesWithoutCode;
import io.mingjing.evaluation.code.application.PostedCodeRegister;
import io.mingjing.evaluation.code.application.PostedCodes;
import io.mingjing.evaluation.code.application.PostedRights;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.PostedKind;
import io.mingjing.evaluation.code.domain.PostedState;
import io.mingjing.evaluation.code.persistence.PostedCodeRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The register of place codes (评价点码, R-109). */
@Path("/api/v1/posted-codes")
public class PostedCodeResource {

    private static final String NO_BODY = "请提供 JSON 内容";

    /**
     * A posted code.
     *
     * @param number what the print carries
     * @param url address for the QR code; null once it has ended
     */
    public record PostedCodeView(
            UUID id,
            int number,
            PostedKind kind,
            String place,
            String ownerUnit,
            @Nullable String position,
            LocalDate postedDay,
            PostedState state,
            @Nullable LocalDate endedDay,
            @Nullable String reason,
            @Nullable String url) {}

    private final PostedCodeRegister register;
    private final PostedCodes codes;
    private final PostedCodeRepository repository;
    private final PostedRights rights;
    private final PlacesWithoutCode without;
    private final Actor actor;

    PostedCodeResource(
            PostedCodeRegister register,
            PostedCodes codes,
            PostedCodeRepository repository,
            PostedRights rights,
            PlacesWithoutCode without,
            Actor actor) {
        this.register = register;
        this.codes = codes;
        this.repository = repository;
        this.rights = rights;
        this.without = without;
        this.actor = actor;
    }

    @POST
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Register a place code that is to hang at a window or rating point")
    public RestResponse<PostedCodeView> post(
            @NotNull(message = NO_BODY) @Valid PostingRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        PostedCode code = register.post(actor, request.posting(), key);
        return RestResponse.ResponseBuilder.<PostedCodeView>created(URI.create("/api/v1/posted-codes/" + code.id()))
                .entity(view(code))
                .build();
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN, Role.CLERK})
    @Operation(summary = "Place codes within reach in order of their places")
    public ListPage<PostedCodeView> list(@RestQuery @Nullable String place, @BeanParam @Valid PageQuery page) {
        Cursor cursor = Cursor.parse(page.after(), 2);
        return ListPage.cut(
                        repository.after(
                                places(place),
                                cursor == null ? "" : cursor.parts().getFirst(),
                                cursor == null ? PostedCodeRepository.FIRST : idOf(cursor),
                                page.limit() + 1),
                        page.limit(),
                        code -> Cursor.of(code.place(), code.id()))
                .map(this::view);
    }

    @GET
    @Path("/missing")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN, Role.CLERK})
    @Operation(
            summary = "Windows, section doors, notice boards and kiosks within reach without a code that takes ratings",
            description = "Why: NEVER_POSTED, or the last code was WITHDRAWN or DAMAGED and none followed. In order of"
                    + " their codes; worked out when asked.")
    public ListPage<PlacesWithoutCode.Missing> missing(@BeanParam @Valid PageQuery page) {
        return without.page(actor, page.after(), page.limit());
    }

    @GET
    @Path("/{id}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN, Role.CLERK})
    @Operation(summary = "One place code")
    public PostedCodeView one(@RestPath UUID id) {
        return Optional.ofNullable(repository.findById(id))
                .filter(code -> rights.reading(actor).test(code.place(), code.ownerUnit()))
                .map(this::view)
                .orElseThrow(() ->
                        new ProblemException(CommonProblem.NOT_FOUND, "没有登记这个评价点码", "There is no such posted code"));
    }

    @POST
    @Path("/{id}/withdrawal")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Withdraw a place code: it takes no rating any more, and its page says so")
    public PostedCodeView withdraw(@RestPath UUID id, @NotNull(message = NO_BODY) @Valid EndRequest request) {
        return view(
                register.end(actor, id, PostedState.WITHDRAWN, request.reason().strip()));
    }

    @POST
    @Path("/{id}/damage")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Report a place code as damaged or covered: it takes no rating any more; post a new one")
    public PostedCodeView damage(@RestPath UUID id, @NotNull(message = NO_BODY) @Valid EndRequest request) {
        return view(
                register.end(actor, id, PostedState.DAMAGED, request.reason().strip()));
    }

    /** Places within reach, or the one that was asked for if it is; null for a reader of all. */
    private @Nullable List<String> places(@Nullable String asked) {
        if (rights.readsAll(actor)) {
            return asked == null ? null : List.of(asked);
        }
        BiPredicate<String, String> readable = rights.reading(actor);
        return repository.places().stream()
                .filter(posted -> asked == null || asked.equals(posted.place()))
                .filter(posted -> readable.test(posted.place(), posted.ownerUnit()))
                .map(PostedCodeRepository.Posted::place)
                .distinct()
                .toList();
    }

    private static UUID idOf(Cursor cursor) {
        try {
            return UUID.fromString(cursor.parts().getLast());
        } catch (IllegalArgumentException foreign) {
            throw Cursor.foreign();
        }
    }

    private PostedCodeView view(PostedCode code) {
        return new PostedCodeView(
                code.id(),
                code.number(),
                code.kind(),
                code.place(),
                code.ownerUnit(),
                code.position(),
                code.postedDay(),
                code.state(),
                code.endedDay(),
                code.reason(),
                code.isActive() ? codes.urlOf(code) : null);
    }
}
