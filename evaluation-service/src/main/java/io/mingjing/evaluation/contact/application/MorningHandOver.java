package io.mingjing.evaluation.contact.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.code.application.KeyVault;
import io.mingjing.evaluation.contact.domain.OfficeKey;
import io.mingjing.evaluation.contact.persistence.ContactBoxes;
import io.mingjing.evaluation.contact.persistence.ContactBoxes.Box;
import io.mingjing.evaluation.contact.persistence.Mornings;
import io.mingjing.evaluation.contact.persistence.Waiting;
import io.mingjing.evaluation.contact.persistence.Waiting.Kind;
import io.mingjing.evaluation.place.application.Calendars;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Each working morning at 09:00 business time everything that raters left goes to the city office: of the whole city, in
 * one transaction, under new random ids and in their order, with one canary among it. What was left when, and with which
 * receipt, cannot be told from it afterwards.
 */
@ApplicationScoped
public class MorningHandOver {

    /** Civil time in {@link BusinessClock#ZONE} from which a morning's hand-over is due. */
    public static final LocalTime TIME = LocalTime.of(9, 0);

    private final BusinessClock clock;
    private final Calendars calendars;
    private final KeyVault vault;
    private final OfficeKeys keys;
    private final OuterLayer outer;
    private final Waiting waiting;
    private final ContactBoxes boxes;
    private final Mornings mornings;
    private final Canaries canaries;
    private final CoercionChips chips;
    private final AuditTrail audit;
    private final Ids ids;
    private final AtomicInteger unreadable;

    MorningHandOver(
            BusinessClock clock,
            Calendars calendars,
            KeyVault vault,
            OfficeKeys keys,
            OuterLayer outer,
            Waiting waiting,
            ContactBoxes boxes,
            Mornings mornings,
            Canaries canaries,
            CoercionChips chips,
            AuditTrail audit,
            Ids ids,
            MeterRegistry metrics) {
        this.clock = clock;
        this.calendars = calendars;
        this.vault = vault;
        this.keys = keys;
        this.outer = outer;
        this.waiting = waiting;
        this.boxes = boxes;
        this.mornings = mornings;
        this.canaries = canaries;
        this.chips = chips;
        this.audit = audit;
        this.ids = ids;
        this.unreadable = metrics.gauge("mingjing_contact_unreadable", new AtomicInteger());
    }

    /** Hands over if a morning's hand-over is due; a morning that was missed is made up for later the same day. */
    public void look() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), BusinessClock.ZONE);
        LocalDate today = now.toLocalDate();
        boolean due = !now.toLocalTime().isBefore(TIME) && vault.isOpen() && !mornings.happened(today);
        WorkingCalendar calendar = due ? calendars.current() : WorkingCalendar.of(List.of());
        if (due && calendar.isWorkingDay(today)) {
            // So that a service that starts late in the morning seals a canary too.
            keys.refresh();
            QuarkusTransaction.requiringNew().run(() -> handOver(today, calendar.nextWorkingDay(today)));
        }
    }

    private void handOver(LocalDate today, LocalDate dueDay) {
        Optional<OfficeKey> key = keys.current();
        UUID canaryId = ids.next();
        Optional<Canaries.Fresh> canary = key.map(current -> canaries.fresh(current, canaryId, today));
        if (!mornings.begin(today, canary.map(Canaries.Fresh::proof).orElse(null))) {
            return;
        }
        List<Waiting.Row> rows = waiting.all(Kind.CONTACT);
        List<byte[]> handedOver = new ArrayList<>();
        List<Box> batch = new ArrayList<>();
        canary.ifPresent(
                fresh -> batch.add(new Box(canaryId, outer.wrap(OuterLayer.contact(canaryId), fresh.sealed()))));
        for (Waiting.Row row : rows) {
            outer.unwrap(OuterLayer.waiting(row.h()), row.box()).ifPresent(inner -> {
                UUID id = ids.next();
                batch.add(new Box(id, outer.wrap(OuterLayer.contact(id), inner)));
                handedOver.add(row.h());
            });
        }
        boxes.add(batch, dueDay);
        waiting.empty(Kind.CONTACT, handedOver);
        unreadable.set(rows.size() - handedOver.size() + chips.handOver());
        // No number: a trail with numbers would be a shadow of what raters left.
        audit.append(new AuditTrail.Act(
                "contacts", "CONTACTS_HANDED_OVER", "system", "contact", null, null, null, null, clock.now()));
    }
}
