package io.mingjing.evaluation.office.web;

import io.mingjing.evaluation.ForReadersOfLeaves;
import io.mingjing.evaluation.leaf.application.ScaleWords;
import io.mingjing.evaluation.office.application.PublishedWords;
import io.mingjing.evaluation.office.domain.CorrectionLine;
import io.mingjing.evaluation.office.persistence.PublishedParaphrases;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.UnitTree;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the rated side reads of the city office's work: paraphrases of its leaves, and published corrections. */
@Path("/evaluation/leaves")
@Produces(MediaType.TEXT_HTML)
public class PublishedWordsPage {

    private static final int ROWS = 50;

    /** A correction in words. */
    record LineRow(
            @Nullable String leaf,
            String unit,
            long ratings,
            String levels,
            @Nullable String grounds,
            LocalDate slot) {}

    @CheckedTemplate(basePath = "office", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance paraphrases(List<PublishedParaphrases.Line> rows, @Nullable String next);

        static native TemplateInstance lines(List<LineRow> rows, @Nullable String next);
    }

    private final PublishedWords published;
    private final ScaleWords words;
    private final UnitTree units;
    private final Actor actor;

    PublishedWordsPage(PublishedWords published, ScaleWords words, UnitTree units, Actor actor) {
        this.published = published;
        this.words = words;
        this.units = units;
        this.actor = actor;
    }

    @GET
    @Path("/paraphrases")
    @ForReadersOfLeaves
    @Operation(hidden = true)
    public TemplateInstance paraphrases(@RestQuery @Nullable String after) {
        ListPage<PublishedParaphrases.Line> page = published.paraphrases(actor, after, ROWS);
        return Templates.paraphrases(page.items(), page.next());
    }

    @GET
    @Path("/corrections")
    @ForReadersOfLeaves
    @Operation(hidden = true)
    public TemplateInstance corrections(@RestQuery @Nullable String after) {
        ListPage<CorrectionLine> page = published.corrections(actor, after, ROWS);
        return Templates.lines(page.items().stream().map(this::row).toList(), page.next());
    }

    private LineRow row(CorrectionLine line) {
        List<String> levels = new ArrayList<>();
        for (int level = line.levels().size(); level >= 1; level--) {
            long ratings = line.levels().get(level - 1);
            if (ratings > 0) {
                levels.add(words.level(level) + " " + ratings);
            }
        }
        String grounds = line.grounds().isEmpty()
                ? null
                : String.join(
                        " · ",
                        new TreeMap<>(line.grounds())
                                .entrySet().stream()
                                        .map(one -> Language.current()
                                                        .pick(
                                                                one.getKey().zh(),
                                                                one.getKey().en())
                                                + " " + one.getValue())
                                        .toList());
        return new LineRow(
                line.leafNumber(),
                units.nameOf(line.unit()),
                line.ratings(),
                String.join(" · ", levels),
                grounds,
                line.slot());
    }
}
