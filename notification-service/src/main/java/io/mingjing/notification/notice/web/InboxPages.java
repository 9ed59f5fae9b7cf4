package io.mingjing.notification.notice.web;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.WebAddresses;
import io.mingjing.notification.NotificationProblem;
import io.mingjing.notification.notice.application.Inbox;
import io.mingjing.notification.notice.application.NoticeView;
import io.mingjing.notification.notice.persistence.Notices;
import io.mingjing.notification.notice.persistence.Notices.Place;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A person's own notices, unread first. The list asks for itself again while it is open. */
@Path("/notification/inbox")
@Produces(MediaType.TEXT_HTML)
public class InboxPages {

    private static final int PAGE = 20;

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance inbox(ListPage<NoticeView> page, long unread, boolean first);

        static native TemplateInstance list(ListPage<NoticeView> page, long unread);

        static native TemplateInstance notice(NoticeView notice, String taskService);
    }

    private final Notices notices;
    private final Inbox inbox;
    private final Actor actor;
    private final WebAddresses addresses;

    InboxPages(Notices notices, Inbox inbox, Actor actor, WebAddresses addresses) {
        this.notices = notices;
        this.inbox = inbox;
        this.actor = actor;
        this.addresses = addresses;
    }

    /** The inbox. */
    @GET
    @AllowedTo(anyPost = true)
    public TemplateInstance inbox(@RestQuery @Nullable String after) {
        return Templates.inbox(page(after), notices.unread(actor.subject()), after == null);
    }

    /** The first page of the list alone, for the page that is open. */
    @GET
    @Path("list")
    @AllowedTo(anyPost = true)
    public TemplateInstance list() {
        return Templates.list(page(null), notices.unread(actor.subject()));
    }

    /** One notice; opening it is reading it. */
    @GET
    @Path("{id}")
    @AllowedTo(anyPost = true)
    public TemplateInstance notice(@RestPath UUID id) {
        NoticeView notice = inbox.open(id, actor.subject())
                .orElseThrow(() -> new ProblemException(
                        NotificationProblem.NO_NOTICE, "没有这条通知，或不是发给您的", "No such notice, or it is not yours"));
        return Templates.notice(notice, addresses.task().toString());
    }

    private ListPage<NoticeView> page(@Nullable String after) {
        Place place = placeOf(Cursor.parse(after, 3));
        return ListPage.cut(
                        notices.inbox(actor.subject(), place, PAGE + 1),
                        PAGE,
                        notice -> Cursor.of(notice.readAt().isPresent() ? 1 : 0, notice.createdAt(), notice.id()))
                .map(NoticeView::of);
    }

    private static @Nullable Place placeOf(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new Place(
                    Integer.parseInt(cursor.parts().get(0)),
                    Instant.parse(cursor.parts().get(1)),
                    UUID.fromString(cursor.parts().get(2)));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw Cursor.foreign();
        }
    }
}
