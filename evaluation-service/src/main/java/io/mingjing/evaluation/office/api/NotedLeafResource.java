package io.mingjing.evaluation.office.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.office.application.NotesDesk;
import io.mingjing.evaluation.office.application.NotesDesk.OpenedNote;
import io.mingjing.evaluation.office.application.Paraphrasing;
import io.mingjing.evaluation.office.domain.Paraphrase;
import io.mingjing.evaluation.office.persistence.LeafRows.Noted;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Leaves with raters' own words, for the city office: open them, and write what is passed on (转述). */
@Path("/api/v1/noted-leaves")
public class NotedLeafResource {

    /**
     * @param notes how many raters wrote something
     * @param written what the office wrote, published or not
     */
    public record NotedView(
            UUID leaf,
            String number,
            String scope,
            String placeName,
            String ownerUnit,
            LocalDate slot,
            long notes,
            long written,
            long published) {

        static NotedView of(Noted noted) {
            return new NotedView(
                    noted.leaf().id(),
                    noted.leaf().number(),
                    noted.leaf().scope().name(),
                    noted.leaf().placeName(),
                    noted.leaf().ownerUnit(),
                    noted.leaf().slot(),
                    noted.notes(),
                    noted.written(),
                    noted.published());
        }
    }

    /**
     * A note, opened.
     *
     * @param verbatim whether its rater asked for his own words to be passed on (转原文)
     * @param passedOn whether they were
     */
    public record NoteView(
            UUID id,
            String words,
            boolean verbatim,
            boolean passedOn,
            String place,
            String matter,
            LocalDate day,
            int level,
            List<String> reasons) {

        static NoteView of(OpenedNote opened) {
            return new NoteView(
                    opened.note().id(),
                    opened.note().words(),
                    opened.note().verbatim(),
                    opened.passedOn(),
                    opened.note().place(),
                    opened.note().matter(),
                    opened.note().day(),
                    opened.note().level(),
                    opened.note().reasons());
        }
    }

    /**
     * What is to be passed on; one of text, categories, note and nothing.
     *
     * @param note id of a note whose rater asked for his own words to be passed on
     * @param secondLook whether a colleague is to look at it first
     */
    public record ParaphraseRequest(
            @Nullable FreeText text,
            @Nullable List<@NotNull(message = "原因代码不能为 null") String> categories,
            @Nullable UUID note,
            @Nullable Boolean nothing,
            @Nullable Boolean secondLook) {

        Paraphrasing.Draft draft() {
            return new Paraphrasing.Draft(
                    text == null ? null : text.value(),
                    categories == null ? List.of() : List.copyOf(categories),
                    note,
                    Boolean.TRUE.equals(nothing),
                    Boolean.TRUE.equals(secondLook));
        }
    }

    /** @param slot day of the slot it was published with; null until then */
    public record WrittenView(
            UUID id,
            String kind,
            String text,
            String state,
            String author,
            @Nullable LocalDate slot) {

        static WrittenView of(Paraphrase one) {
            return new WrittenView(
                    one.id(), one.kind().name(), one.text(), one.state().name(), one.authorName(), one.slot());
        }
    }

    private final NotesDesk desk;
    private final Paraphrasing paraphrasing;
    private final Actor actor;

    NotedLeafResource(NotesDesk desk, Paraphrasing paraphrasing, Actor actor) {
        this.desk = desk;
        this.paraphrasing = paraphrasing;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Leaves with notes, newest slot first; open=true for those nobody wrote anything for")
    public ListPage<NotedView> list(@BeanParam @Valid PageQuery page, @RestQuery @DefaultValue("false") boolean open) {
        return desk.leaves(actor, open, page.after(), page.limit()).map(NotedView::of);
    }

    @GET
    @Path("/{leaf}/notes")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Open the notes of a leaf; each look is audited with leaf and reader")
    public ListPage<NoteView> notes(@RestPath UUID leaf, @BeanParam @Valid PageQuery page) {
        return desk.notes(actor, leaf, page.after(), page.limit()).map(NoteView::of);
    }

    @GET
    @Path("/{leaf}/paraphrases")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "What was written for a leaf, published or not")
    public ListPage<WrittenView> written(@RestPath UUID leaf, @BeanParam @Valid PageQuery page) {
        return desk.written(actor, leaf, page.after(), page.limit()).map(WrittenView::of);
    }

    @POST
    @Path("/{leaf}/paraphrases")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Write what is passed on (转述); it is published with the next slot")
    public RestResponse<Void> write(
            @RestPath UUID leaf,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提供 JSON 内容") ParaphraseRequest request) {
        return RestResponse.created(URI.create(paraphrasing.write(actor, key, leaf, request.draft())));
    }
}
