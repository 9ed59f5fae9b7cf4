package io.mingjing.task.clock.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A task as its clocks know it: what a notice names and who answers for it. */
@Entity
@Table(name = "timed_task")
public class TimedTask {

    @Id
    @Column(name = "task_id")
    private UUID taskId;

    private String number;
    private String title;
    private String bureau;

    @Column(name = "lead_units")
    private List<String> leadUnits;

    @Column(name = "responsible_units")
    private List<String> responsibleUnits;

    @Column(name = "start_day")
    private LocalDate startDay;

    private boolean ongoing;
    private boolean open;
    private boolean suspended;

    @SuppressWarnings("NullAway.Init")
    protected TimedTask() {}

    public static TimedTask of(ClockSpec spec) {
        TimedTask task = new TimedTask();
        task.taskId = spec.taskId();
        task.number = spec.number();
        task.title = spec.title();
        task.bureau = spec.offices().bureau();
        task.leadUnits = List.copyOf(spec.offices().leadUnits());
        task.responsibleUnits = List.copyOf(spec.offices().responsibleUnits());
        task.startDay = spec.startDay();
        task.ongoing = spec.limit() instanceof Limit.ImmediateAndOngoing;
        task.open = true;
        return task;
    }

    /** No further clock starts for it. */
    public void close() {
        open = false;
    }

    /** No further clock starts for it until it is resumed (中止). */
    public void suspend() {
        suspended = true;
    }

    public void resume() {
        suspended = false;
    }

    public void reopen() {
        open = true;
    }

    public UUID taskId() {
        return taskId;
    }

    public String number() {
        return number;
    }

    public String title() {
        return title;
    }

    public LocalDate startDay() {
        return startDay;
    }

    /** Whether each quarter's proof is owed now: a task of 长期坚持 that is neither closed nor suspended. */
    public boolean owesProofs() {
        return ongoing && open && !suspended;
    }

    public ResponsibleOffices offices() {
        return new ResponsibleOffices(leadUnits, responsibleUnits, bureau);
    }
}
