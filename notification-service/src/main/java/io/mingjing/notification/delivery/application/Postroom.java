package io.mingjing.notification.delivery.application;

import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.delivery.domain.ChannelName;
import io.mingjing.notification.delivery.domain.Delivery;
import io.mingjing.notification.delivery.persistence.Deliveries;
import io.mingjing.notification.delivery.persistence.Ledger;
import io.mingjing.notification.notice.application.Dispatch;
import io.mingjing.notification.notice.domain.EndCause;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.recipient.application.WorkingTime;
import io.mingjing.notification.recipient.domain.WorkingHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Takes notices in for sending, takes back what has not been sent, and keeps the inbox's side of the ledger. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Postroom implements Dispatch {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Deliveries deliveries;
    private final Ledger ledger;
    private final WorkingTime workingTime;
    private final SettledAnnouncer announcer;
    private final BusinessClock clock;
    private final Ids ids;

    Postroom(
            Deliveries deliveries,
            Ledger ledger,
            WorkingTime workingTime,
            SettledAnnouncer announcer,
            BusinessClock clock,
            Ids ids) {
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.workingTime = workingTime;
        this.announcer = announcer;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void queue(Notice notice, Instant at) {
        Instant due = at.minus(clock.offset());
        Delivery inbox = new Delivery(ids.next(), notice.id(), ChannelName.INBOX, due);
        deliveries.persist(inbox);
        ledger.persist(inbox.created(at), inbox.delivered(at));
        announcer.settled(notice, inbox, at);
        Delivery mail = new Delivery(ids.next(), notice.id(), ChannelName.EMAIL, due);
        deliveries.persist(mail);
        ledger.persist(mail.created(at), mail.queued(at, waitingFor(at)));
    }

    @Override
    public void withdraw(Notice notice, EndCause cause, Instant at) {
        for (Delivery delivery : deliveries.lockOf(notice.id())) {
            // One that a sender has right now is looked at once more just before it goes out.
            if (delivery.state() == Delivery.State.QUEUED) {
                ledger.persist(delivery.supersede(at, cause.zh()));
                announcer.settled(notice, delivery, at);
            }
        }
    }

    @Override
    public void wasRead(Notice notice, Instant at) {
        deliveries.lockOf(notice.id(), ChannelName.INBOX).ifPresent(inbox -> ledger.persist(inbox.read(at)));
    }

    @Override
    public void wasAcknowledged(Notice notice, Instant at) {
        deliveries.lockOf(notice.id(), ChannelName.INBOX).ifPresent(inbox -> ledger.persist(inbox.acknowledged(at)));
    }

    private @Nullable String waitingFor(Instant at) {
        WorkingHours hours = workingTime.hoursAround(at);
        if (hours.areOpen(at)) {
            return null;
        }
        ZonedDateTime opening = hours.nextOpen(at).atZone(hours.zone());
        return "非工作时间，" + MINUTE.format(opening) + "起发送";
    }
}
