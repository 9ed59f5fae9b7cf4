package io.mingjing.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.event.OrganisationEvent.PostRecorded;
import io.mingjing.kernel.event.TaskEvent.Office;
import io.mingjing.kernel.event.TaskEvent.PastClock;
import io.mingjing.kernel.event.TaskEvent.PlanPublished;
import io.mingjing.notification.Bureau;
import io.mingjing.notification.OnRealParts;
import io.mingjing.notification.Postbox.Arrived;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WhoHearsTest extends OnRealParts {

    @Test
    void aPlanWithPastLimitsIsOneSummaryForEachPersonNeverABurst() {
        Bureau bureau = Bureau.founded(wire);
        PlanPublished plan = plan(bureau, 6);

        wire.send(plan);
        wire.send(plan);

        Arrived mail = mailsTo(bureau.address("coordinator"), 1).getFirst();
        assertThat(mail.subject()).isEqualTo("【逾期汇总】专项整改方案：6项时限在方案发布时已过");
        assertThat(mail.text()).contains("1. N-1《任务1》，时限“2024年2月5日前”", "6. N-6《任务6》", "只汇总通知一次");
        mailsTo(bureau.address("leader_in_charge"), 1);
        assertThat(mailsOf(bureau)).hasSize(2);
    }

    @Test
    void aPlanWithoutPastLimitsIsNoNotice() {
        Bureau bureau = Bureau.founded(wire);

        wire.send(plan(bureau, 0));
        wire.send(bureau.overdue());

        mailsTo(bureau.address("section_head"), 1);
        assertThat(mailsOf(bureau)).hasSize(1);
    }

    @Test
    void aVacantPostIsHeardByTheCoordinatorAndTheNoticeSaysSo() {
        Bureau bureau = Bureau.founded(wire);
        bureau.vacate("section_head", bureau.section());

        wire.send(bureau.overdue());

        assertThat(mailsTo(bureau.address("coordinator"), 1).getFirst().text())
                .contains("科学技术局领导小组办公室（资管科负责人岗位空缺，由您代收）");
    }

    @Test
    void aRungThatComesBeforeItsUnitWaitsForIt() {
        Bureau unheardOf = new Bureau(wire, "LATE", UUID.randomUUID(), UUID.randomUUID());
        wire.send(unheardOf.overdue());
        awaitCount(
                1,
                "select count(*) from occasion where task_id = ? and state = 'WAITING' and tries > 0",
                unheardOf.task());

        unheardOf.settle();

        mailsTo(unheardOf.address("section_head"), 1);
    }

    @Test
    void anOlderRecordOfAPostDoesNotOverwriteANewerOne() {
        Bureau bureau = Bureau.founded(wire);
        String post = "section_head@" + bureau.section();
        wire.send(new PostRecorded(post, "section_head", bureau.section(), "now", "现任", "now@gy.example", null), 1_000);
        wire.send(
                new PostRecorded(post, "section_head", bureau.section(), "before", "前任", "before@gy.example", null),
                999);

        wire.send(bureau.overdue());

        mailsTo("now@gy.example", 1);
        assertThat(postbox.to("before@gy.example")).isEmpty();
        assertThat(mailsOf(bureau)).isEmpty();
    }

    @Test
    void aPostTakenUpTomorrowIsVacantToday() {
        Bureau bureau = Bureau.founded(wire);
        wire.send(new PostRecorded(
                "section_head@" + bureau.section(),
                "section_head",
                bureau.section(),
                "tomorrow",
                "明日到任",
                "tomorrow@gy.example",
                LocalDate.of(2026, 3, 21)));

        wire.send(bureau.overdue());

        mailsTo(bureau.address("coordinator"), 1);
    }

    private static PlanPublished plan(Bureau bureau, int past) {
        List<PastClock> clocks = IntStream.rangeClosed(1, past)
                .mapToObj(i ->
                        new PastClock(UUID.randomUUID(), "N-" + i, "任务" + i, "2024年2月5日前", LocalDate.of(2024, 2, 5)))
                .toList();
        return new PlanPublished(
                UUID.randomUUID(),
                "专项整改方案",
                bureau.code(),
                List.of(
                        new Office("coordinator", bureau.code()),
                        new Office("COORDINATOR", bureau.code()),
                        new Office("leader_in_charge", bureau.code())),
                clocks,
                Instant.now());
    }
}
