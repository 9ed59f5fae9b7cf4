package io.mingjing.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.event.TaskEvent.Office;
import io.mingjing.kernel.event.TaskEvent.TaskMoved;
import io.mingjing.notification.Bureau;
import io.mingjing.notification.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a later fact has superseded is not sent; mails wait in the evening, so the later fact comes before them. */
@QuarkusTest
class SupersededTest extends OnRealParts {

    private static final String EVENING = "2026-03-20T18:30";
    private static final String NEXT_MORNING = "2026-03-23T09:00:30";

    @Test
    void aTaskClosedBeforeTheMailLeavesIsNotMailedAndTheInboxSaysSo() {
        clock.shanghai(EVENING);
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.issued());
        wire.send(bureau.overdue());
        awaitQueued(bureau, 2);

        wire.send(bureau.closed());
        awaitEnded(bureau, "CLOSED", 2);

        nothingIsMailedTo(bureau);
        assertThat(states(bureau.subject("section_head"), "EMAIL")).containsExactly("SUPERSEDED", "SUPERSEDED");
        assertThat(states(bureau.subject("section_head"), "INBOX")).containsExactly("DELIVERED", "DELIVERED");
    }

    @Test
    void anExtensionSupersedesTheStepsOfTheOldLimitAndNotThoseOfTheNew() {
        clock.shanghai(EVENING);
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.overdue());
        awaitQueued(bureau, 1);

        wire.send(bureau.changed("EXTENDED", 2));
        wire.send(bureau.rung("DUE_SOON", 0, 2, new Office("section_head", bureau.section())));
        awaitEnded(bureau, "EXTENDED", 1);
        awaitQueued(bureau, 1);

        clock.shanghai(NEXT_MORNING);
        assertThat(mailsTo(bureau.address("section_head"), 1).getFirst().subject())
                .startsWith("【临期提醒】");
    }

    @Test
    void aStepThatIsHeardOfAfterItsClockWasClosedIsNotTold() {
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.changed("CLOSED", 2));
        wire.send(bureau.overdue());

        nothingIsMailedTo(bureau);
    }

    @Test
    void aStepThatIsHeardOfAfterItsTaskWasClosedIsNotTold() {
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.closed());
        wire.send(bureau.overdue());

        nothingIsMailedTo(bureau);
    }

    @Test
    void afterARefusedCloseOutTheLadderIsHeardAgain() {
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.changed("CLOSED", 2));
        wire.send(bureau.changed("REOPENED", 3));
        wire.send(bureau.rung("OVERDUE", 1, 3, new Office("section_head", bureau.section())));

        mailsTo(bureau.address("section_head"), 1);
    }

    @Test
    void anAssignmentThatWasTakenUpInTheEveningIsNotMailedInTheMorning() {
        clock.shanghai(EVENING);
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.issued());
        awaitQueued(bureau, 1);

        wire.send(new TaskMoved(bureau.task(), "1", "PLAN", UUID.randomUUID(), "ISSUED", "ACCEPTED", Instant.now()));
        awaitEnded(bureau, "MOVED_ON", 1);

        nothingIsMailedTo(bureau);
    }

    @Test
    void aReminderIsStaleOnceTheLimitHasPassed() {
        clock.shanghai(EVENING);
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.dueSoon());
        awaitQueued(bureau, 1);

        wire.send(bureau.overdue());
        awaitEnded(bureau, "OVERTAKEN", 1);

        clock.shanghai(NEXT_MORNING);
        assertThat(mailsTo(bureau.address("section_head"), 1).getFirst().subject())
                .startsWith("【逾期催办】");
    }

    @Test
    void whoLeftThePostOverNightIsNotMailedAndTheSuccessorIs() {
        clock.shanghai(EVENING);
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.overdue());
        awaitQueued(bureau, 1);

        bureau.hold("section_head", bureau.section(), "successor-" + bureau.code(), "successor@gy.example");
        awaitCount(1, "select count(*) from post where holder_subject = ?", "successor-" + bureau.code());
        clock.shanghai(NEXT_MORNING);

        mailsTo("successor@gy.example", 1);
        assertThat(mailsOf(bureau)).isEmpty();
        awaitEnded(bureau, "HANDED_OVER", 1);
    }

    @Test
    void whoLeftOneOfTwoPostsThatWereMeantIsMailedUnderTheOtherAndSoIsTheSuccessor() {
        clock.shanghai(EVENING);
        Bureau bureau = Bureau.founded(wire);
        String both = bureau.subject("section_head");
        bureau.hold("section", bureau.section(), both, bureau.address("section_head"));
        wire.send(bureau.rung(
                "OVERDUE",
                1,
                1,
                new Office("section_head", bureau.section()),
                new Office("section", bureau.section())));
        awaitQueued(bureau, 1);

        String successor = "next-" + bureau.code();
        bureau.hold("section_head", bureau.section(), successor, successor + "@gy.example");
        awaitCount(1, "select count(*) from post where holder_subject = ?", successor);
        clock.shanghai(NEXT_MORNING);

        mailsTo(bureau.address("section_head"), 1);
        mailsTo(successor + "@gy.example", 1);
        assertThat(column("select post_id from notice where recipient = ? and ended_at is null", both))
                .containsExactly("section@" + bureau.section());
    }

    /** A notice to somebody else, made last, arrives first: the ones before it would have gone before it. */
    private void nothingIsMailedTo(Bureau bureau) {
        Bureau other = Bureau.founded(wire);
        wire.send(other.overdue());
        awaitCount(1, "select count(*) from notice where recipient = ?", other.subject("section_head"));
        clock.shanghai(NEXT_MORNING);
        mailsTo(other.address("section_head"), 1);
        assertThat(mailsOf(bureau)).isEmpty();
    }

    private void awaitQueued(Bureau bureau, int count) {
        awaitCount(count, """
                select count(*) from delivery d join notice n on n.id = d.notice_id
                where n.recipient = ? and d.state = 'QUEUED'""", bureau.subject("section_head"));
    }

    private void awaitEnded(Bureau bureau, String cause, int count) {
        awaitCount(
                count,
                "select count(*) from notice where recipient = ? and ended_cause = ?",
                bureau.subject("section_head"),
                cause);
    }
}
