package io.mingjing.evaluation.office.api;

import io.mingjing.evaluation.ForReadersOfLeaves;
import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.office.application.PublishedWords;
import io.mingjing.evaluation.office.domain.CorrectionLine;
import io.mingjing.evaluation.office.domain.Ground;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.ListPage;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Published corrections: all that the rated side ever reads of them. */
@Path("/api/v1/correction-lines")
public class CorrectionLineResource {

    private static final String HIDDEN = "样本不足，并入更大范围公布";

    /**
     * @param scope {@code LEAF}, {@code BUREAU}, or {@code CITY} for the city side
     * @param unit owner of the leaf, or the bureau whose leaves are taken together
     * @param levels ratings found not valid, by level
     * @param grounds ratings by ground
     * @param hidden said where the grounds are too few to be told apart; null where they are not
     */
    public record LineView(
            UUID id,
            String scope,
            String unit,
            @Nullable String leafNumber,
            long ratings,
            Map<String, Long> levels,
            Map<Ground, Long> grounds,
            @Nullable String hidden,
            LocalDate slot) {

        static LineView of(CorrectionLine line) {
            Map<String, Long> levels = new TreeMap<>();
            for (int level = 1; level <= line.levels().size(); level++) {
                levels.put(Integer.toString(level), line.levels().get(level - 1));
            }
            return new LineView(
                    line.id(),
                    line.scope().name(),
                    line.unit(),
                    line.leafNumber(),
                    line.ratings(),
                    levels,
                    new TreeMap<>(line.grounds()),
                    line.grounds().isEmpty() ? HIDDEN : null,
                    line.slot());
        }
    }

    private final PublishedWords published;
    private final Actor actor;

    CorrectionLineResource(PublishedWords published, Actor actor) {
        this.published = published;
        this.actor = actor;
    }

    @GET
    @ForReadersOfLeaves
    @Operation(summary = "Published corrections of the units one may read, by unit; never in order of time")
    public ListPage<LineView> list(@BeanParam @Valid PageQuery page) {
        return published.corrections(actor, page.after(), page.limit()).map(LineView::of);
    }
}
