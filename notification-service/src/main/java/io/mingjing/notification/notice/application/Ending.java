package io.mingjing.notification.notice.application;

import io.mingjing.notification.notice.domain.ClockCourse;
import io.mingjing.notification.notice.domain.EndCause;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.notice.domain.NoticeKind;
import io.mingjing.notification.notice.domain.Occasion;
import io.mingjing.notification.notice.persistence.Courses;
import io.mingjing.notification.notice.persistence.Notices;
import io.mingjing.notification.notice.persistence.Occasions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Ends notices that a later fact has superseded: what waits is not sent any more, what lies in an inbox says so (已办结).
 * A mail that has left already cannot be called back.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Ending {

    private final Occasions occasions;
    private final Notices notices;
    private final Courses courses;
    private final Dispatch dispatch;

    Ending(Occasions occasions, Notices notices, Courses courses, Dispatch dispatch) {
        this.occasions = occasions;
        this.notices = notices;
        this.courses = courses;
        this.dispatch = dispatch;
    }

    /** The task was closed: nobody is to be told of it any more. */
    public void taskClosed(UUID taskId, Instant at) {
        courses.ofTask(taskId).close();
        end(occasions.lockOpenOfTask(taskId), EndCause.CLOSED, at);
    }

    /** The task left the state in which it was assigned: the assignment has been heard. */
    public void assignmentTakenUp(UUID taskId, Instant at) {
        end(occasions.lockOpenOfTask(taskId, NoticeKind.ASSIGNED), EndCause.MOVED_ON, at);
    }

    /**
     * The clock was closed, extended, paused or resumed.
     *
     * @param generation the clock's from now on; steps of older ones no longer stand
     */
    public void clockChanged(UUID clockId, EndCause cause, int generation, Instant at) {
        ClockCourse course = courses.ofClock(clockId);
        course.changed(cause, generation);
        List<Occasion> superseded = occasions.lockOpenOfClock(clockId).stream()
                .filter(occasion -> occasion.step()
                        .filter(step -> course.stands(step.generation()))
                        .isEmpty())
                .toList();
        end(superseded, cause, at);
    }

    /** The ladder went on: what is to be acknowledged is the new step, and a reminder that the limit is near is stale. */
    void ladderWentOn(UUID clockId, Instant at) {
        List<Occasion> below = occasions.lockOpenOfClock(clockId);
        below.forEach(Occasion::raise);
        end(
                below.stream()
                        .filter(occasion -> occasion.kind() == NoticeKind.DUE_SOON)
                        .toList(),
                EndCause.OVERTAKEN,
                at);
    }

    /**
     * The step a clock is at was acknowledged with the task, by one of those it was told to: its notices ask for nothing
     * more, but stand. Only the highest step that was reached can be acknowledged.
     */
    public void acknowledged(UUID clockId, Instant at) {
        for (Occasion occasion : occasions.lockOpenOfClock(clockId)) {
            if (!occasion.isRaised()) {
                occasion.acknowledge(at);
                for (Notice notice : notices.lockOf(occasion.id())) {
                    if (notice.acknowledged(at)) {
                        dispatch.wasAcknowledged(notice, at);
                    }
                }
            }
        }
    }

    private void end(List<Occasion> superseded, EndCause cause, Instant at) {
        for (Occasion occasion : superseded) {
            occasion.end(cause);
            for (Notice notice : notices.lockOf(occasion.id())) {
                if (notice.end(cause, at)) {
                    dispatch.withdraw(notice, cause, at);
                }
            }
        }
    }
}
