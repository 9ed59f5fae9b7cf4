package io.mingjing.notification.delivery.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.event.CalendarEvent.SetDay;
import io.mingjing.kernel.event.CalendarEvent.YearPublished;
import io.mingjing.notification.Bureau;
import io.mingjing.notification.ByHand;
import io.mingjing.notification.OnRealParts;
import io.mingjing.notification.delivery.domain.Channel;
import io.mingjing.notification.notice.application.Addressing;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ByHand.class)
class QuietHoursTest extends OnRealParts {

    @Inject
    Sending sending;

    @Inject
    Addressing addressing;

    @Inject
    Channel channel;

    @Test
    void aMailOfTheEveningWaitsForTheMakeUpSaturdayAndTheInboxDoesNot() {
        publish2026();
        clock.shanghai("2026-10-09T18:00:01");
        Bureau bureau = Bureau.founded(wire);

        wire.send(bureau.overdue());
        awaitCount(1, "select count(*) from notice where recipient = ?", bureau.subject("section_head"));

        assertThat(states(bureau.subject("section_head"), "INBOX")).containsExactly("DELIVERED");
        assertThat(queuedBecause(bureau)).containsExactly("非工作时间，2026-10-10 09:00起发送");
        goRound();
        assertThat(mailsOf(bureau)).isEmpty();
        clock.shanghai("2026-10-10T09:00:01");
        goRound();
        assertThat(postbox.to(bureau.address("section_head"))).hasSize(1);
    }

    @Test
    void onAHolidayNothingGoesOut() {
        publish2026();
        clock.shanghai("2026-10-01T10:00");
        Bureau bureau = Bureau.founded(wire);

        wire.send(bureau.overdue());
        awaitCount(1, "select count(*) from notice where recipient = ?", bureau.subject("section_head"));

        assertThat(queuedBecause(bureau)).containsExactly("非工作时间，2026-10-08 09:00起发送");
        goRound();
        assertThat(mailsOf(bureau)).isEmpty();
        assertThat(states(bureau.subject("section_head"), "EMAIL")).containsExactly("QUEUED");
    }

    private void goRound() {
        new MailRound(sending, addressing, channel).run();
    }

    private void publish2026() {
        String document = "国办发明电〔2025〕7号";
        List<SetDay> off = LocalDate.of(2026, 10, 1)
                .datesUntil(LocalDate.of(2026, 10, 8))
                .map(day -> new SetDay(day, "国庆节", document))
                .toList();
        wire.send(new YearPublished(
                "CN", 2026, 1, off, List.of(new SetDay(LocalDate.of(2026, 10, 10), "国庆节", document))));
        awaitCount(1, "select count(*) from calendar_year where year = 2026");
    }

    private List<String> queuedBecause(Bureau bureau) {
        return column("""
                select e.cause from delivery_entry e join delivery d on d.id = e.delivery_id
                join notice n on n.id = d.notice_id where n.recipient = ? and e.kind = 'QUEUED'""", bureau.subject("section_head"));
    }
}
