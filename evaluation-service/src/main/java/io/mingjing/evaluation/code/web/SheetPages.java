package io.mingjing.evaluation.code.web;

import io.mingjing.evaluation.code.application.PostedCodes;
import io.mingjing.evaluation.code.application.PostedPlaces;
import io.mingjing.evaluation.code.application.PostedPlaces.PostedPlace;
import io.mingjing.evaluation.code.application.PostedRights;
import io.mingjing.evaluation.code.application.QrImages;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.persistence.PostedCodeRepository;
import io.mingjing.evaluation.code.web.Sheets.Label;
import io.mingjing.evaluation.code.web.Sheets.PerPage;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Place codes to print and hang up (评价点码张贴, R-109): choose some, or all of a hall or a unit, and print them one or
 * many to a page, each with the name of its place and the promise of anonymity.
 */
@Path("/evaluation/sheets")
@Produces(MediaType.TEXT_HTML)
public class SheetPages {

    /** Most labels in one print. */
    static final int MOST = 300;

    @CheckedTemplate(basePath = "sheets", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance choose(
                List<Label> labels, List<Sheets.Choice> halls, List<Sheets.Choice> units, boolean more);

        static native TemplateInstance print(PerPage perPage, List<List<Label>> pages);
    }

    private final PostedCodeRepository codes;
    private final PostedCodes texts;
    private final PostedPlaces places;
    private final PostedRights rights;
    private final QrImages pictures;
    private final Units units;
    private final BusinessClock clock;
    private final Actor actor;

    SheetPages(
            PostedCodeRepository codes,
            PostedCodes texts,
            PostedPlaces places,
            PostedRights rights,
            QrImages pictures,
            Units units,
            BusinessClock clock,
            Actor actor) {
        this.codes = codes;
        this.texts = texts;
        this.places = places;
        this.rights = rights;
        this.pictures = pictures;
        this.units = units;
        this.clock = clock;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.UNIT_ADMIN, Role.CLERK, Role.CITY_OFFICE})
    public TemplateInstance choose() {
        List<Label> mine = within().toList();
        return Templates.choose(
                mine.stream().limit(MOST).toList(),
                Sheets.choices(mine, Label::hall, Function.identity()),
                Sheets.choices(mine, Label::unit, units::nameOf),
                mine.size() > MOST);
    }

    /**
     * The printed pages.
     *
     * @param numbers numbers of posted codes
     * @param hall name of a hall: all of its codes
     * @param unit code of a unit: all codes of its places
     * @param per codes on a page: 1, 6 or 12
     */
    @GET
    @Path("/print")
    @AllowedTo({Role.UNIT_ADMIN, Role.CLERK, Role.CITY_OFFICE})
    public TemplateInstance print(
            @RestQuery("n") @Nullable Set<String> numbers,
            @RestQuery @Nullable String hall,
            @RestQuery @Nullable String unit,
            @RestQuery @Nullable String per) {
        Set<String> chosen = numbers == null ? Set.of() : numbers;
        List<Label> labels = within().filter(label -> chosen.contains(String.valueOf(label.number()))
                        || label.hall().equals(hall)
                        || label.unit().equals(unit))
                .limit(MOST)
                .map(this::withPicture)
                .toList();
        if (labels.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.RULE,
                    "没有选中可张贴的评价点码：请返回勾选，或按大厅、单位打印",
                    "No posted code is chosen: go back and tick some, or print those of a hall or unit");
        }
        PerPage layout = PerPage.of(per);
        return Templates.print(layout, Sheets.pages(labels, layout));
    }

    /** Active codes that the actor may read of, by place. */
    private Stream<Label> within() {
        BiPredicate<String, String> readable = rights.reading(actor);
        return codes.active().stream()
                .filter(code -> readable.test(code.place(), code.ownerUnit()))
                .map(this::label)
                .sorted(Comparator.comparing(Label::hall)
                        .thenComparing(Label::place)
                        .thenComparing(Label::number));
    }

    private Label label(PostedCode code) {
        Optional<PostedPlace> place = places.on(code.place(), clock.today());
        return new Label(
                code.number(),
                place.map(PostedPlace::name).orElse(code.place()),
                place.map(PostedPlace::hall).orElse(""),
                place.map(PostedPlace::ownerUnit).orElse(code.ownerUnit()),
                code,
                "");
    }

    private Label withPicture(Label label) {
        return label.with(pictures.svg(texts.urlOf(label.code()), "评价二维码 " + label.place()));
    }
}
