package io.mingjing.evaluation.leaf.web;

import io.mingjing.evaluation.leaf.application.FlagWords;
import io.mingjing.evaluation.leaf.application.PendingRatings;
import io.mingjing.evaluation.leaf.application.PendingRatings.PendingRating;
import io.mingjing.evaluation.leaf.application.ScaleWords;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The city office's console of pending poor ratings: opened when the page is, and audited each time. */
@Path("/evaluation/pending")
@Produces(MediaType.TEXT_HTML)
public class PendingPage {

    private static final int ROWS = 50;

    /** A rating in words. */
    record Row(
            String place,
            LocalDate day,
            int waited,
            String level,
            List<String> reasons,
            @Nullable String note,
            String flags) {}

    @CheckedTemplate(basePath = "pending", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance list(List<Row> rows, @Nullable String next);
    }

    private final PendingRatings pending;
    private final ScaleWords words;
    private final Actor actor;

    PendingPage(PendingRatings pending, ScaleWords words, Actor actor) {
        this.pending = pending;
        this.words = words;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String after) {
        ListPage<PendingRating> page = pending.view(actor, after, ROWS);
        return Templates.list(page.items().stream().map(this::row).toList(), page.next());
    }

    private Row row(PendingRating rating) {
        return new Row(
                rating.placeName(),
                rating.day(),
                rating.waited(),
                words.level(rating.level()),
                rating.reasons().stream().map(words::reason).toList(),
                rating.note(),
                FlagWords.of(rating.flags()));
    }
}
