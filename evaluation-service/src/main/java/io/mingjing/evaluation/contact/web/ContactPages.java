package io.mingjing.evaluation.contact.web;

import io.mingjing.evaluation.contact.application.ContactCalls;
import io.mingjing.evaluation.contact.application.ContactCalls.Call;
import io.mingjing.evaluation.contact.application.ContactConsole;
import io.mingjing.evaluation.contact.application.ContactConsole.HandedOut;
import io.mingjing.evaluation.contact.application.ContactConsole.Standing;
import io.mingjing.evaluation.contact.domain.CallOutcome;
import io.mingjing.evaluation.contact.domain.ContactCase;
import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.leaf.application.ScaleWords;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The city office's console of contacts. It hands out sealed letters; they are opened inside the browser, with the key file
 * that the office keeps and that never leaves its machine.
 */
@Path("/evaluation/contacts")
@Produces(MediaType.TEXT_HTML)
public class ContactPages {

    private static final int ROWS = 50;

    /**
     * A contact as the page shows it.
     *
     * @param repeat Idempotency-Key of the form
     */
    record Row(UUID id, LocalDate due, boolean late, String state, int calls, boolean open, String repeat) {}

    /** What the page needs to name places, levels and reasons: the same for every letter. */
    public record Names(Map<String, String> places, Map<Integer, String> levels, Map<String, String> reasons) {}

    @CheckedTemplate(basePath = "contacts", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance list(Standing standing, List<Row> rows, boolean lateOnly, @Nullable String next);
    }

    private final ContactConsole console;
    private final ContactCalls calls;
    private final Places places;
    private final Scales scales;
    private final ScaleWords words;
    private final BusinessClock clock;
    private final Ids ids;
    private final Actor actor;

    ContactPages(
            ContactConsole console,
            ContactCalls calls,
            Places places,
            Scales scales,
            ScaleWords words,
            BusinessClock clock,
            Ids ids,
            Actor actor) {
        this.console = console;
        this.calls = calls;
        this.places = places;
        this.scales = scales;
        this.words = words;
        this.clock = clock;
        this.ids = ids;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String after, @RestQuery @Nullable String late) {
        boolean lateOnly = "true".equals(late);
        ListPage<ContactCase> page = console.list(actor, after, ROWS, lateOnly);
        return Templates.list(
                console.standing(actor), page.items().stream().map(this::row).toList(), lateOnly, page.next());
    }

    @GET
    @Path("/names")
    @AllowedTo(Role.CITY_OFFICE)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Names names() {
        return new Names(
                places.catalogue().windows().stream()
                        .collect(Collectors.toMap(
                                Catalogue.Window::code, window -> window.hall() + " · " + window.name())),
                scales.all().getFirst().levels().stream()
                        .collect(Collectors.toMap(level -> level.level(), level -> words.level(level.level()))),
                scales.all().stream()
                        .flatMap(scale -> scale.levels().stream())
                        .flatMap(level -> level.reasons().stream())
                        .collect(Collectors.toMap(
                                reason -> reason.code(), reason -> words.reason(reason.code()), (one, same) -> one)));
    }

    @POST
    @Path("/{id}/unwrapping")
    @AllowedTo(Role.CITY_OFFICE)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public HandedOut unwrap(@RestPath UUID id) {
        return console.handOut(actor, id);
    }

    @POST
    @Path("/{id}/canary")
    @AllowedTo(Role.CITY_OFFICE)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Map<String, String> confirm(@RestPath UUID id, @RestForm @Nullable String word) {
        return Map.of("day", console.confirm(actor, id, word).toString());
    }

    @POST
    @Path("/{id}/calls")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public Response call(
            @RestPath UUID id,
            @RestForm @Nullable String repeat,
            @RestForm @Nullable String outcome,
            @RestForm @Nullable String satisfied,
            @RestForm @Nullable FreeText words) {
        CallOutcome chosen = Arrays.stream(CallOutcome.values())
                .filter(one -> one.name().equals(outcome))
                .findFirst()
                .orElse(null);
        Boolean said = "yes".equals(satisfied) ? Boolean.TRUE : "no".equals(satisfied) ? Boolean.FALSE : null;
        calls.record(actor, repeat, id, new Call(chosen, said, words));
        return back();
    }

    @POST
    @Path("/{id}/deletion")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public Response delete(@RestPath UUID id) {
        calls.delete(actor, id);
        return back();
    }

    private Row row(ContactCase found) {
        return new Row(
                found.id(),
                found.dueDay(),
                found.late(clock.today()),
                found.state().name(),
                found.calls(),
                found.state() == ContactCase.State.OPEN,
                ids.next().toString());
    }

    private static Response back() {
        return Response.seeOther(URI.create("/evaluation/contacts")).build();
    }
}
