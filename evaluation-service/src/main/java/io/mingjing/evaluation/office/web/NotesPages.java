package io.mingjing.evaluation.office.web;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.leaf.application.ScaleWords;
import io.mingjing.evaluation.office.application.NotesDesk;
import io.mingjing.evaluation.office.application.NotesDesk.OpenedNote;
import io.mingjing.evaluation.office.application.ParaphraseContents;
import io.mingjing.evaluation.office.application.Paraphrasing;
import io.mingjing.evaluation.office.application.PlaceNames;
import io.mingjing.evaluation.office.domain.LeafFacts;
import io.mingjing.evaluation.office.domain.Paraphrase;
import io.mingjing.evaluation.office.persistence.LeafRows.Noted;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.ids.Ids;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Raters' own words, leaf by leaf, and what the city office passes on of them (转述). Opening them is recorded. */
@Path("/evaluation/office/notes")
@Produces(MediaType.TEXT_HTML)
public class NotesPages {

    private static final String HOME = "/evaluation/office/notes";
    private static final int ROWS = 50;

    /** A note in words. */
    record NoteRow(
            UUID id,
            String words,
            boolean verbatim,
            boolean passedOn,
            String place,
            LocalDate day,
            String level,
            List<String> reasons) {}

    /** What was written, in words. */
    record WrittenRow(
            UUID id,
            String text,
            String state,
            String colour,
            String author,
            @Nullable LocalDate slot,
            boolean mayApprove,
            boolean mayDrop) {}

    @CheckedTemplate(basePath = "office", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance leaves(List<Noted> rows, boolean open, @Nullable String next);

        static native TemplateInstance notes(
                LeafFacts leaf,
                List<NoteRow> notes,
                List<WrittenRow> written,
                List<Scale.Reason> categories,
                String typed,
                String repeat,
                List<String> faults,
                @Nullable String next);
    }

    private final NotesDesk desk;
    private final Paraphrasing paraphrasing;
    private final ParaphraseContents contents;
    private final ScaleWords words;
    private final PlaceNames places;
    private final Ids ids;
    private final Actor actor;

    NotesPages(
            NotesDesk desk,
            Paraphrasing paraphrasing,
            ParaphraseContents contents,
            ScaleWords words,
            PlaceNames places,
            Ids ids,
            Actor actor) {
        this.desk = desk;
        this.paraphrasing = paraphrasing;
        this.contents = contents;
        this.words = words;
        this.places = places;
        this.ids = ids;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public TemplateInstance leaves(@RestQuery @Nullable String after, @RestQuery @DefaultValue("true") boolean open) {
        ListPage<Noted> page = desk.leaves(actor, open, after, ROWS);
        return Templates.leaves(page.items(), open, page.next());
    }

    @GET
    @Path("/{leaf}")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public TemplateInstance notes(@RestPath UUID leaf, @RestQuery @Nullable String after) {
        return page(leaf, after, "", List.of());
    }

    @POST
    @Path("/{leaf}/paraphrases")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public Response write(
            @RestPath UUID leaf,
            @RestForm @Nullable String repeat,
            @RestForm @Nullable FreeText text,
            @RestForm @Nullable List<String> categories,
            @RestForm @Nullable UUID note,
            @RestForm @Nullable String nothing,
            @RestForm @Nullable String secondLook) {
        String typed = text == null ? "" : text.value();
        try {
            paraphrasing.write(
                    actor,
                    repeat,
                    leaf,
                    new Paraphrasing.Draft(
                            typed,
                            categories == null || note != null ? List.of() : categories,
                            note,
                            nothing != null,
                            secondLook != null));
        } catch (ProblemException refused) {
            if (refused.type() != EvaluationProblem.PARAPHRASE_WORDS) {
                throw refused;
            }
            Language language = Language.current();
            List<String> faults = refused.violations().stream()
                    .map(violation -> language.pick(violation.zh(), violation.en()))
                    .toList();
            return Response.status(refused.type().status())
                    .entity(page(leaf, null, typed, faults).render())
                    .build();
        }
        return back(leaf);
    }

    @POST
    @Path("/{leaf}/paraphrases/{id}/approval")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public Response approve(@RestPath UUID leaf, @RestPath UUID id) {
        paraphrasing.approve(actor, id);
        return back(leaf);
    }

    @POST
    @Path("/{leaf}/paraphrases/{id}/withdrawal")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public Response drop(@RestPath UUID leaf, @RestPath UUID id) {
        paraphrasing.drop(actor, id);
        return back(leaf);
    }

    private static Response back(UUID leaf) {
        return Response.seeOther(URI.create(HOME + "/" + leaf)).build();
    }

    private TemplateInstance page(UUID leaf, @Nullable String after, String typed, List<String> faults) {
        LeafFacts facts = desk.leaf(actor, leaf);
        ListPage<OpenedNote> notes = desk.notes(actor, leaf, after, ROWS);
        return Templates.notes(
                facts,
                notes.items().stream().map(this::row).toList(),
                desk.written(actor, leaf, null, ListPage.MAX).items().stream()
                        .map(this::row)
                        .toList(),
                contents.categories(),
                typed,
                ids.next().toString(),
                faults,
                notes.next());
    }

    private NoteRow row(OpenedNote opened) {
        return new NoteRow(
                opened.note().id(),
                opened.note().words(),
                opened.note().verbatim(),
                opened.passedOn(),
                places.of(opened.note().place()),
                opened.note().day(),
                words.level(opened.note().level()),
                opened.note().reasons().stream().map(words::reason).toList());
    }

    private WrittenRow row(Paraphrase one) {
        boolean nothing = one.kind() == Paraphrase.Kind.NOTHING;
        return new WrittenRow(
                one.id(),
                nothing ? say("（无需转述）", "(nothing to pass on)") : one.text(),
                state(one.state()),
                colour(one.state()),
                one.authorName(),
                one.slot(),
                one.awaits(actor.subject()),
                one.open());
    }

    private static String state(Paraphrase.State state) {
        return switch (state) {
            case SECOND_LOOK -> say("待复核", "waits for a second look");
            case READY -> say("待公布", "to be published");
            case PUBLISHED -> say("已公布", "published");
            case DROPPED -> say("已撤回", "taken back");
            case SETTLED -> say("已了结", "settled");
        };
    }

    private static String colour(Paraphrase.State state) {
        return switch (state) {
            case SECOND_LOOK -> "yellow";
            case READY -> "blue";
            case PUBLISHED, SETTLED -> "green";
            case DROPPED -> "";
        };
    }

    private static String say(String zh, String en) {
        return Language.current().pick(zh, en);
    }
}
