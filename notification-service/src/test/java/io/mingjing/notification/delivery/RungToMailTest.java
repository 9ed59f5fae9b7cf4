package io.mingjing.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.kernel.event.Envelope;
import io.mingjing.notification.Bureau;
import io.mingjing.notification.OnRealParts;
import io.mingjing.notification.Postbox.Arrived;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RungToMailTest extends OnRealParts {

    @Test
    void aRungBecomesOneMailToTheRightPersonThatSaysWhatWhenAndWhy() {
        Bureau bureau = Bureau.founded(wire);

        wire.send(bureau.overdue());

        Arrived mail = mailsTo(bureau.address("section_head"), 1).getFirst();
        assertThat(mail.subject()).isEqualTo("【逾期催办】任务" + bureau.code() + "-2026-0001已过时限3月19日：成立专项整改工作组");
        assertThat(mail.text())
                .contains(
                        "以“资管科负责人”身份", "2026年3月19日（当日24:00止）", "已逾期1个工作日", "您是牵头科室负责人", "/task/tasks/" + bureau.task());
        assertThat(mailsOf(bureau)).hasSize(1);
        await().untilAsserted(() -> assertThat(ledger(bureau.subject("section_head"), "EMAIL"))
                .containsExactly("CREATED", "QUEUED", "SENDING", "SENT"));
        assertThat(ledger(bureau.subject("section_head"), "INBOX")).containsExactly("CREATED", "DELIVERED");
    }

    @Test
    void theNextStepIsHeardByTheLeaderAndNotAgainByTheSection() {
        Bureau bureau = Bureau.founded(wire);

        wire.send(bureau.overdue());
        mailsTo(bureau.address("section_head"), 1);
        wire.send(bureau.toTheLeader());

        assertThat(mailsTo(bureau.address("leader_in_charge"), 1).getFirst().subject())
                .startsWith("【升级督办】");
        assertThat(mailsOf(bureau)).hasSize(2);
    }

    @Test
    void anEventThatComesAgainIsToldOnce() {
        Bureau bureau = Bureau.founded(wire);

        Envelope rung = wire.send(bureau.overdue());
        mailsTo(bureau.address("section_head"), 1);
        wire.send(rung);
        wire.send(rung.event());
        wire.send(bureau.toTheLeader());
        mailsTo(bureau.address("leader_in_charge"), 1);

        assertThat(postbox.to(bureau.address("section_head"))).hasSize(1);
    }

    @Test
    void anAssignmentIsHeardByHeadAndMembersOfTheLeadSection() {
        Bureau bureau = Bureau.founded(wire);
        bureau.appoint("section", bureau.section());

        wire.send(bureau.issued());

        assertThat(mailsTo(bureau.address("section"), 1).getFirst().text()).contains("贵科室为牵头科室", "2026年3月19日");
        mailsTo(bureau.address("section_head"), 1);
        assertThat(mailsOf(bureau)).hasSize(2);
    }

    @Test
    void whoHasNoAddressIsReachedInTheInboxAndTheMailIsADeadLetter() {
        Bureau bureau = Bureau.founded(wire);
        bureau.hold("section_head", bureau.section(), bureau.subject("section_head"), null);

        wire.send(bureau.overdue());

        awaitCount(
                1,
                "select count(*) from delivery d join notice n on n.id = d.notice_id where n.recipient = ?"
                        + " and d.state = 'FAILED'",
                bureau.subject("section_head"));
        assertThat(states(bureau.subject("section_head"), "INBOX")).containsExactly("DELIVERED");
    }

    @Test
    void everyEndIsTold() {
        Bureau bureau = Bureau.founded(wire);

        wire.send(bureau.overdue());
        mailsTo(bureau.address("section_head"), 1);

        awaitCount(2, """
                select count(*) from audit a join notice n on a.aggregate = 'notice:' || n.id
                where n.recipient = ? and a.action = 'NOTICE_DELIVERED'""", bureau.subject("section_head"));
    }
}
