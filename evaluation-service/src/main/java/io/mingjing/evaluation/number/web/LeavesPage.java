package io.mingjing.evaluation.number.web;

import io.mingjing.evaluation.ForReadersOfLeaves;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.application.ScaleWords;
import io.mingjing.evaluation.number.application.Publication;
import io.mingjing.evaluation.number.domain.PublishedLeaf;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ListPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Published results, leaf by leaf, as the units one's posts reach may read them. */
@Path("/evaluation/leaves")
@Produces(MediaType.TEXT_HTML)
public class LeavesPage {

    private static final int ROWS = 50;
    private static final String OTHER = "OTHER";

    /** A count with its words. */
    record Line(String words, long count) {}

    /** A leaf in words. */
    record Row(
            PublishedLeaf leaf,
            String stream,
            String owner,
            List<Line> levels,
            List<Line> reasons,
            List<Line> matters,
            List<Line> units) {}

    @CheckedTemplate(basePath = "leaves", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance list(List<Row> rows, String hidden, @Nullable String next);
    }

    private final Publication publication;
    private final ScaleWords words;
    private final Places places;
    private final Units units;
    private final Actor actor;

    LeavesPage(Publication publication, ScaleWords words, Places places, Units units, Actor actor) {
        this.publication = publication;
        this.words = words;
        this.places = places;
        this.units = units;
        this.actor = actor;
    }

    @GET
    @ForReadersOfLeaves
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String after) {
        ListPage<PublishedLeaf> page = publication.page(actor, after, ROWS);
        return Templates.list(page.items().stream().map(this::row).toList(), PublishedLeaf.HIDDEN, page.next());
    }

    private Row row(PublishedLeaf leaf) {
        Map<String, Long> levels = new TreeMap<>();
        for (int level = 1; level <= leaf.levels().size(); level++) {
            levels.put(Integer.toString(level), leaf.levels().get(level - 1));
        }
        return new Row(
                leaf,
                StreamWords.of(leaf.stream()),
                units.nameOf(leaf.ownerUnit()),
                lines(levels, code -> words.level(Integer.parseInt(code))).reversed(),
                lines(leaf.reasons(), words::reason),
                lines(leaf.matters(), this::matter),
                lines(leaf.matterUnits(), units::nameOf));
    }

    private static List<Line> lines(Map<String, Long> tally, UnaryOperator<String> inWords) {
        return new TreeMap<>(tally)
                .entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(OTHER))
                        .map(entry -> new Line(inWords.apply(entry.getKey()), entry.getValue()))
                        .toList();
    }

    private String matter(String code) {
        if (code.equals(RatingRecord.NO_MATTER)) {
            return Language.current().pick("未指明事项", "No matter named");
        }
        return places.catalogue().matter(code).map(Catalogue.Item::name).orElse(code);
    }
}
