package io.mingjing.notification.delivery.api;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.notification.NotificationProblem;
import io.mingjing.notification.delivery.api.NoticeProof.ChannelLedger;
import io.mingjing.notification.delivery.api.NoticeProof.Line;
import io.mingjing.notification.delivery.api.NoticeProof.Words;
import io.mingjing.notification.delivery.domain.Delivery;
import io.mingjing.notification.delivery.persistence.Deliveries;
import io.mingjing.notification.delivery.persistence.Ledger;
import io.mingjing.notification.delivery.persistence.NoticeLog;
import io.mingjing.notification.delivery.persistence.NoticeLog.Place;
import io.mingjing.notification.delivery.persistence.NoticeLog.Sight;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.notice.domain.Text;
import io.mingjing.notification.recipient.persistence.Units;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Notices with the proof of their delivery: everybody's own; for oversight those of the units it oversees; for operations
 * the same without the words, because a title may name a place.
 */
@Path("/api/v1/notices")
public class NoticeResource {

    private final NoticeLog log;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final Units units;
    private final Actor actor;

    NoticeResource(NoticeLog log, Deliveries deliveries, Ledger ledger, Units units, Actor actor) {
        this.log = log;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.units = units;
        this.actor = actor;
    }

    @GET
    @AllowedTo(anyPost = true)
    @Operation(summary = "Lists notices, newest first; state filters by the state of a delivery")
    public ListPage<NoticeEntry> list(
            @RestQuery Delivery.@Nullable State state,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("50") int limit) {
        int size = Math.clamp(limit, 1, ListPage.MAX);
        List<Notice> found = log.page(sight(), state, placeOf(after), size + 1);
        Map<UUID, List<Delivery>> byNotice = deliveries
                .of(found.stream().map(Notice::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Delivery::noticeId));
        return ListPage.cut(found, size, notice -> Cursor.of(notice.createdAt(), notice.id()))
                .map(notice ->
                        NoticeEntry.of(notice, byNotice.getOrDefault(notice.id(), List.of()), maySeeWords(notice)));
    }

    @GET
    @Path("{id}")
    @AllowedTo(anyPost = true)
    @Operation(summary = "One notice with its ledger on every channel")
    public NoticeProof one(@RestPath UUID id) {
        Notice notice = log.one(sight(), id)
                .orElseThrow(() -> new ProblemException(
                        NotificationProblem.NO_NOTICE, "没有这条通知，或您无权查看", "No such notice, or not for you to see"));
        List<Delivery> on = deliveries.of(List.of(id));
        Text text = notice.occasion().text();
        boolean words = maySeeWords(notice);
        return new NoticeProof(
                NoticeEntry.of(notice, on, words),
                words ? new Words(text.template(), text.version(), text.subject(), text.body(), text.link()) : null,
                on.stream()
                        .map(delivery -> new ChannelLedger(
                                delivery.channel().name(),
                                ledger.of(delivery.id()).stream().map(Line::of).toList()))
                        .toList());
    }

    private Sight sight() {
        List<String> overseen = actor.posts().stream()
                .filter(post -> post.role() == Role.OVERSIGHT || post.role() == Role.OPERATIONS)
                .map(Post::unit)
                .toList();
        return new Sight(actor.subject(), units.under(overseen));
    }

    private boolean maySeeWords(Notice notice) {
        return notice.recipient().equals(actor.subject()) || actor.may(notice.unit(), Role.OVERSIGHT);
    }

    private static Place placeOf(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 2);
        if (cursor == null) {
            return Place.START;
        }
        try {
            return new Place(
                    Instant.parse(cursor.parts().get(0)),
                    UUID.fromString(cursor.parts().get(1)));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw Cursor.foreign();
        }
    }
}
