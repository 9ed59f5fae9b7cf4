package io.mingjing.task.clock.application;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.task.TestClock;
import io.mingjing.task.TestDatabase;
import io.mingjing.task.clock.domain.ActedBy;
import io.mingjing.task.clock.domain.ClockSpec;
import io.mingjing.task.clock.domain.Limit;
import io.mingjing.task.clock.domain.ResponsibleOffices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Starts clocks for tests and calls {@link Clocks} in transactions of their own. */
@ApplicationScoped
public class RunningClocks {

    public static final ActedBy COORDINATOR = new ActedBy("u-coordinator", "协调员（演示）", "coordinator@GY-KJJ");
    public static final ResponsibleOffices OFFICES =
            new ResponsibleOffices(List.of("GY-KJJ-CGK"), List.of("GY-KJJ-BGS"), "GY-KJJ");

    private final Clocks clocks;
    private final TestClock clock;

    RunningClocks(Clocks clocks, TestClock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    /** A task whose clocks start today. */
    public UUID start(Limit limit) {
        return start(limit, clock.today());
    }

    public UUID start(Limit limit, LocalDate startDay) {
        UUID task = UUID.randomUUID();
        call(all -> all.start(spec(task, limit, startDay), COORDINATOR));
        return task;
    }

    public <T> T call(Function<Clocks, T> work) {
        return TestDatabase.inTransaction(() -> work.apply(clocks));
    }

    /** Something that may be refused. */
    public ClockAct act(Function<Clocks, ClockAct> work) {
        return call(work);
    }

    public void run(Consumer<Clocks> work) {
        call(all -> {
            work.accept(all);
            return true;
        });
    }

    public static ClockSpec spec(UUID task, Limit limit, LocalDate startDay) {
        return new ClockSpec(task, "GYKJJ-2026-001", "规范窗口服务", limit, startDay, OFFICES);
    }

    public static Limit days(int days) {
        return new Limit.WorkingDays(days, StartDay.EXCLUDED);
    }
}
