package io.mingjing.notification.notice.application;

import io.mingjing.kernel.ids.Ids;
import io.mingjing.notification.notice.domain.Fact;
import io.mingjing.notification.notice.domain.NoticeKind;
import io.mingjing.notification.notice.domain.Occasion;
import io.mingjing.notification.notice.domain.Text;
import io.mingjing.notification.notice.persistence.Courses;
import io.mingjing.notification.notice.persistence.Occasions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Decides of what people hear. Each fact becomes one occasion with its words; a fact that a later one has already
 * superseded becomes none. Who the people are is found afterwards, see {@link Addressing}.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class NoticeDesk {

    private final Occasions occasions;
    private final Courses courses;
    private final NoticeTexts texts;
    private final Ending ending;
    private final Ids ids;

    NoticeDesk(Occasions occasions, Courses courses, NoticeTexts texts, Ending ending, Ids ids) {
        this.occasions = occasions;
        this.courses = courses;
        this.texts = texts;
        this.ending = ending;
        this.ids = ids;
    }

    /** The lead sections hear that the task is theirs. */
    public void assigned(Assignment task) {
        courses.ofTask(task.taskId()).reopen();
        Fact fact = new Fact(
                "assigned:" + task.taskId() + ":" + task.sequence(),
                NoticeKind.ASSIGNED,
                task.taskId(),
                null,
                task.offices(),
                task.at());
        keep(fact, texts.of(task));
    }

    /** The rung's offices hear, unless the task was closed or its clock has moved on. */
    public void rungReached(Rung rung) {
        boolean late = courses.ofTask(rung.taskId()).isClosed()
                || !courses.ofClock(rung.clockId()).stands(rung.generation());
        if (late) {
            return;
        }
        NoticeKind kind = kindOf(rung.step());
        ending.ladderWentOn(rung.clockId(), rung.at());
        Fact fact = new Fact(
                "rung:" + rung.rungId(),
                kind,
                rung.taskId(),
                new Fact.Step(rung.clockId(), rung.rungId(), rung.generation(), rung.step()),
                rung.offices(),
                rung.at());
        keep(fact, texts.of(rung, kind));
    }

    /** One summary of all limits that were past when the plan came in, never a burst; nothing where there are none. */
    public void planPublished(PastDue summary) {
        if (summary.limits().isEmpty()) {
            return;
        }
        Fact fact =
                new Fact("plan:" + summary.planId(), NoticeKind.PAST_DUE, null, null, summary.tellTo(), summary.at());
        keep(fact, texts.of(summary));
    }

    private void keep(Fact fact, Text text) {
        if (!occasions.knows(fact.origin())) {
            occasions.persist(Occasion.of(ids.next(), fact, text));
        }
    }

    private static NoticeKind kindOf(int step) {
        return switch (step) {
            case 0 -> NoticeKind.DUE_SOON;
            case 1 -> NoticeKind.OVERDUE;
            default -> NoticeKind.ESCALATED;
        };
    }
}
