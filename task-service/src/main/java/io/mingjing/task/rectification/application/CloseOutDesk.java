package io.mingjing.task.rectification.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.clock.application.Clocks;
import io.mingjing.task.rectification.domain.Closure;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskAct;
import io.mingjing.task.rectification.persistence.HumanNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Judging a close-out (销号): always somebody else than who asked for it. */
@ApplicationScoped
public class CloseOutDesk {

    private final Acting acting;
    private final Clocks clocks;
    private final HumanNumbers numbers;
    private final TaskAnnouncer announcer;
    private final BusinessClock clock;

    CloseOutDesk(Acting acting, Clocks clocks, HumanNumbers numbers, TaskAnnouncer announcer, BusinessClock clock) {
        this.acting = acting;
        this.clocks = clocks;
        this.numbers = numbers;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** 核验: the evidence was checked. */
    @Transactional
    public Task verify(On on, @Nullable String note) {
        return acting.perform(on, new Acting.Entry(TaskAct.VERIFY, "CLOSE_VERIFIED", note), Acting.Effect.none())
                .task();
    }

    /** 退回: back to work; the clock that the request had satisfied runs again and its due day stays. */
    @Transactional
    public Task sendBack(On on, String reason) {
        Acting.Done done =
                acting.perform(on, new Acting.Entry(TaskAct.RETURN, "CLOSE_RETURNED", reason), Acting.Effect.none());
        clocks.reopen(done.task().id(), done.by().acted());
        return done.task();
    }

    /**
     * 销号: closed with its number, an ongoing task for this round (本轮销号).
     *
     * @param outcome what was done, in words the visitor may read
     */
    @Transactional
    public Task close(On on, String outcome) {
        int year = clock.today().getYear();
        Acting.Done done = acting.performQuietly(
                on,
                new Acting.Entry(TaskAct.CLOSE, "TASK_CLOSED", outcome),
                (task, by, at) -> task.closed(
                        new Closure(numbers.next(HumanNumbers.Series.CLOSE, task.bureau(), year), outcome, at)));
        announcer.closed(done.task(), done.task().closure().orElseThrow(), done.sequence());
        return done.task();
    }
}
