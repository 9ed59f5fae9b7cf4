package io.mingjing.benchmark.plain;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the same JSON as the intake does, checks nothing of it, and stores it with one transaction per request. */
@Path("/r")
public class PlainResource {

    /** A rating from a program, as the intake takes it. */
    public record RatingRequest(
            String code,
            String matter,
            int level,
            List<String> reasons,
            @Nullable String note,
            @Nullable String raterType,
            @Nullable String nonce) {}

    /** The answer to a program. */
    public record RatingAnswer(String outcome, @Nullable Long receipt) {}

    @POST
    @Transactional
    public Response rate(RatingRequest request) {
        PlainRating rating = new PlainRating(
                request.code(),
                request.matter(),
                request.level(),
                request.reasons(),
                request.note(),
                request.raterType(),
                Instant.now());
        rating.persist();
        return Response.status(201)
                .entity(new RatingAnswer("ACCEPTED", rating.id()))
                .build();
    }
}
