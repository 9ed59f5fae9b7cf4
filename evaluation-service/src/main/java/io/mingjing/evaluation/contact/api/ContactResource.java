package io.mingjing.evaluation.contact.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.contact.application.ContactCalls;
import io.mingjing.evaluation.contact.application.ContactCalls.Call;
import io.mingjing.evaluation.contact.application.ContactConsole;
import io.mingjing.evaluation.contact.application.ContactConsole.HandedOut;
import io.mingjing.evaluation.contact.application.ContactConsole.Standing;
import io.mingjing.evaluation.contact.domain.ContactCase;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Contacts of raters (联系方式), sealed to the city office, and its calls back (回访). */
@Path("/api/v1/contacts")
public class ContactResource {

    /**
     * A contact as the list shows it: nothing of what it says.
     *
     * @param due last day for the next call
     * @param state {@code OPEN}, {@code REACHED}, {@code REFUSED} or {@code NOT_REACHED}
     */
    public record ContactItem(UUID id, LocalDate due, boolean late, String state, int calls) {

        static ContactItem of(ContactCase found, LocalDate today) {
            return new ContactItem(
                    found.id(), found.dueDay(), found.late(today), found.state().name(), found.calls());
        }
    }

    /** The word that was read in a canary. */
    public record Reading(@Nullable String word) {}

    /** The morning whose canary it was. */
    public record Confirmed(LocalDate day, boolean ok) {}

    private final ContactConsole console;
    private final ContactCalls calls;
    private final BusinessClock clock;
    private final Actor actor;

    ContactResource(ContactConsole console, ContactCalls calls, BusinessClock clock, Actor actor) {
        this.console = console;
        this.calls = calls;
        this.clock = clock;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Contacts that were handed over, by random id; nothing of their content")
    public ListPage<ContactItem> list(
            @BeanParam @Valid PageQuery page, @RestQuery @DefaultValue("false") boolean late) {
        LocalDate today = clock.today();
        return console.list(actor, page.after(), page.limit(), late).map(found -> ContactItem.of(found, today));
    }

    @GET
    @Path("/standing")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "The key in use, since when the office is known to be able to open, and how its calls went")
    public Standing standing() {
        return console.standing(actor);
    }

    @POST
    @Path("/{id}/unwrapping")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Take the outer layer off a contact (取出并解外层); each time is recorded")
    public HandedOut unwrap(@RestPath UUID id) {
        return console.handOut(actor, id);
    }

    @POST
    @Path("/{id}/canary")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Send back the word that was read in a canary (自检信)")
    public Confirmed confirm(@RestPath UUID id, @NotNull(message = "请送回读到的字样") Reading reading) {
        return new Confirmed(console.confirm(actor, id, reading.word()), true);
    }

    @POST
    @Path("/{id}/calls")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Record a call to the rater (回访)")
    public Response call(
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestPath UUID id,
            @NotNull(message = "请填写回访结果") Call call) {
        return Response.created(URI.create(calls.record(actor, key, id, call))).build();
    }

    @DELETE
    @Path("/{id}")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Delete a contact for good; what came of its calls stays for counting")
    public void delete(@RestPath UUID id) {
        calls.delete(actor, id);
    }
}
