package io.mingjing.evaluation.number.api;

import io.mingjing.evaluation.ForReadersOfLeaves;
import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.number.application.Publication;
import io.mingjing.evaluation.number.domain.PublishedLeaf;
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

/** Closed leaves (叶) of the units one's posts reach: all that the rated side ever learns of ratings. */
@Path("/api/v1/leaves")
public class LeafResource {

    /**
     * A leaf.
     *
     * @param hall code of the window's hall when the leaf closed; null where it is of more than one window
     * @param ratings all ratings; null where their number is hidden
     * @param valid valid ratings (有效评价), which every other figure counts
     * @param hidden said where anything is hidden; null where nothing is
     */
    public record LeafView(
            UUID id,
            String number,
            String stream,
            String scope,
            @Nullable String placeCode,
            String placeName,
            @Nullable String hall,
            String ownerUnit,
            String firstWeek,
            String lastWeek,
            long served,
            long raters,
            @Nullable Long ratings,
            long valid,
            Map<String, Long> levels,
            long poor,
            Map<String, Long> reasons,
            Map<String, Long> matters,
            Map<String, Long> matterUnits,
            @Nullable String hidden,
            LocalDate slot) {

        static LeafView of(PublishedLeaf leaf) {
            Map<String, Long> levels = new TreeMap<>();
            for (int level = 1; level <= leaf.levels().size(); level++) {
                levels.put(Integer.toString(level), leaf.levels().get(level - 1));
            }
            return new LeafView(
                    leaf.id(),
                    leaf.number(),
                    leaf.stream(),
                    leaf.scope(),
                    leaf.placeCode(),
                    leaf.placeName(),
                    leaf.hall(),
                    leaf.ownerUnit(),
                    leaf.firstWeek(),
                    leaf.lastWeek(),
                    leaf.served(),
                    leaf.raters(),
                    leaf.ratings(),
                    leaf.valid(),
                    levels,
                    leaf.poor(),
                    new TreeMap<>(leaf.reasons()),
                    new TreeMap<>(leaf.matters()),
                    new TreeMap<>(leaf.matterUnits()),
                    leaf.hidesSomething() ? PublishedLeaf.HIDDEN : null,
                    leaf.slot());
        }
    }

    private final Publication publication;
    private final Actor actor;

    LeafResource(Publication publication, Actor actor) {
        this.publication = publication;
        this.actor = actor;
    }

    @GET
    @ForReadersOfLeaves
    @Operation(summary = "List closed leaves, by owner and place; city leaves are not among them")
    public ListPage<LeafView> list(@BeanParam @Valid PageQuery page) {
        return publication.page(actor, page.after(), page.limit()).map(LeafView::of);
    }
}
