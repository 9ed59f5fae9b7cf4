package io.mingjing.task.rectification.application;

import io.mingjing.task.clock.application.Clocks;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskAct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** What coordinator and leaders do to tasks and their clocks; acknowledging is each addressee's. */
@ApplicationScoped
public class SteeringDesk {

    private final Acting acting;
    private final Clocks clocks;

    SteeringDesk(Acting acting, Clocks clocks) {
        this.acting = acting;
        this.clocks = clocks;
    }

    /** 知悉: an addressee of the step reached last holds the next one back. The clock writes the trail. */
    @Transactional
    public Task acknowledge(On on, int step) {
        Task task = acting.permit(on, TaskAct.ACKNOWLEDGE).task();
        clocks.acknowledge(task.id(), step, on.actor()).orThrow();
        return task;
    }

    /** 延期: the due day moves; the clock writes the trail, with the reason. */
    @Transactional
    public Task extend(On on, LocalDate dueDay, String reason) {
        Acting.Permit permit = acting.permit(on, TaskAct.EXTEND);
        clocks.extend(permit.task().id(), dueDay, reason, permit.by().acted()).orThrow();
        return permit.task();
    }

    /** 驳回退单: the assignment stands. */
    @Transactional
    public Task reissue(On on, String reason) {
        return acting.perform(on, new Acting.Entry(TaskAct.REISSUE, "TASK_REISSUED", reason), Acting.Effect.none())
                .task();
    }

    /** 中止 on a lawful ground: the clock stops, where one runs, and no other starts. */
    @Transactional
    public Task suspend(On on, String ground) {
        Acting.Done done =
                acting.perform(on, new Acting.Entry(TaskAct.SUSPEND, "TASK_SUSPENDED", ground), Acting.Effect.none());
        clocks.pause(done.task().id(), ground, done.at(), done.by().acted()).orThrow();
        return done.task();
    }

    /** 恢复: the clock runs on. */
    @Transactional
    public Task resume(On on, String reason) {
        Acting.Done done =
                acting.perform(on, new Acting.Entry(TaskAct.RESUME, "TASK_RESUMED", reason), Acting.Effect.none());
        clocks.resume(done.task().id(), done.at(), done.by().acted()).orThrow();
        return done.task();
    }

    /** 撤销: the task no longer matters. */
    @Transactional
    public Task cancel(On on, String reason) {
        Acting.Done done =
                acting.perform(on, new Acting.Entry(TaskAct.CANCEL, "TASK_CANCELLED", reason), Acting.Effect.none());
        clocks.cancel(done.task().id(), done.by().acted());
        return done.task();
    }
}
