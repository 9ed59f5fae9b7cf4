package io.mingjing.task.clock.domain;

import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.task.clock.domain.LedgerEntry.Kind;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a task: a rule and a ledger to which entries are only added. The due day is derived from both and a calendar
 * edition ({@link #derive}) after every entry, and kept beside them so that lists and claims can ask for it.
 */
@Entity
@Table(name = "clock")
public class Clock {

    @Id
    private UUID id;

    @Column(name = "task_id")
    private UUID taskId;

    @Enumerated(EnumType.STRING)
    private ClockKind kind;

    private @Nullable String period;

    @Embedded
    private StoredRule rule;

    @Enumerated(EnumType.STRING)
    private ClockState state;

    private int generation;

    @Column(name = "due_day")
    private @Nullable LocalDate dueDay;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    private boolean provisional;
    private long edition;
    private int ladder;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "closed_out")
    private boolean closedOut;

    @ElementCollection
    @CollectionTable(name = "clock_entry", joinColumns = @JoinColumn(name = "clock_id"))
    @OrderColumn(name = "seq")
    private List<LedgerEntry> entries = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Clock() {}

    /**
     * A clock that starts now.
     *
     * @param period the quarter of a {@link ClockKind#PROOF}; null otherwise
     */
    public static Clock started(
            UUID id,
            UUID taskId,
            ClockKind kind,
            @Nullable Quarter period,
            ClockRule rule,
            Ladder ladder,
            Instant now,
            ActedBy by) {
        Clock clock = new Clock();
        clock.id = id;
        clock.taskId = taskId;
        clock.kind = kind;
        clock.period = period == null ? null : period.toString();
        clock.rule = StoredRule.of(rule);
        clock.state = ClockState.RUNNING;
        clock.ladder = ladder.version();
        clock.add(Kind.STARTED, now, now, null, null, null, by);
        return clock;
    }

    public void pause(String ground, Instant at, Instant now, ActedBy by) {
        state = ClockState.PAUSED;
        add(Kind.PAUSED, at, now, null, null, ground, by);
    }

    public void resume(Instant at, Instant now, ActedBy by) {
        state = ClockState.RUNNING;
        add(Kind.RESUMED, at, now, null, null, null, by);
    }

    public void extend(LocalDate newDueDay, String reason, Instant now, ActedBy by) {
        add(Kind.EXTENDED, now, now, newDueDay, null, reason, by);
    }

    public void acknowledge(int step, Instant now, ActedBy by) {
        add(Kind.ACKNOWLEDGED, now, now, null, step, null, by);
    }

    public void progress(Instant at, Instant now, ActedBy by) {
        add(Kind.PROGRESSED, at, now, null, null, null, by);
    }

    /** The calendar moved the due day. */
    public void recompute(Instant now) {
        add(Kind.RECOMPUTED, now, now, null, null, null, ActedBy.SYSTEM);
    }

    /**
     * What it waited for was reached.
     *
     * @param byCloseOut whether by the task's close-out, which may yet be refused
     */
    public void satisfy(boolean byCloseOut, Instant at, Instant now, ActedBy by) {
        state = ClockState.SATISFIED;
        endedAt = at;
        closedOut = byCloseOut;
        add(Kind.SATISFIED, at, now, null, null, null, by);
    }

    public void cancel(Instant now, ActedBy by) {
        state = ClockState.CANCELLED;
        endedAt = now;
        add(Kind.CANCELLED, now, now, null, null, null, by);
    }

    /** A refused close-out: it goes on, paused if it was. */
    public void reopen(Instant now, ActedBy by) {
        List<Pause> pauses = ledger().pauses();
        state = !pauses.isEmpty() && pauses.getLast().until() == null ? ClockState.PAUSED : ClockState.RUNNING;
        endedAt = null;
        closedOut = false;
        add(Kind.REOPENED, now, now, null, null, null, by);
    }

    /** Derives the due day anew with an edition of the calendar. True when it moved. */
    public boolean derive(WorkingCalendar calendar, long newEdition) {
        DueDay due = DueDay.of(rule(), ledger(), calendar);
        boolean moved = !Objects.equals(dueDay, due.day());
        dueDay = due.day();
        dueAt = due.at();
        provisional = due.provisional();
        edition = newEdition;
        return moved;
    }

    private void add(
            Kind what,
            Instant at,
            Instant now,
            @Nullable LocalDate day,
            @Nullable Integer step,
            @Nullable String why,
            ActedBy by) {
        entries.add(new LedgerEntry(what, at, now, day, step, why, by));
        generation += what.plansAnew() || state.ended() ? 1 : 0;
    }

    public ClockRule rule() {
        return rule.rule();
    }

    public Ledger ledger() {
        return new Ledger(entries);
    }

    /** Whether its limit was exceeded: at a moment, or when it ended. */
    public boolean overdueAt(Instant moment) {
        Instant judged = endedAt == null ? moment : endedAt;
        return dueAt != null && !judged.isBefore(dueAt);
    }

    /** Whether an action on a day is what it waits for: a first action, or the proof of a quarter that had begun. */
    public boolean owesAction(Instant at) {
        return switch (kind) {
            case LIMIT -> false;
            case FIRST_ACTION -> true;
            case PROOF ->
                period != null && Quarter.of(Ledger.dayOf(at)).toString().compareTo(period) >= 0;
        };
    }

    /** What it is called in the trail, such as 季度佐证 2026-Q4. */
    public String name() {
        return period == null ? kind.zh() : kind.zh() + " " + period;
    }

    /** The rule that holds now, in zh-CN. */
    public String words() {
        return DueDay.effective(rule(), ledger()).zh();
    }

    public UUID id() {
        return id;
    }

    public UUID taskId() {
        return taskId;
    }

    public ClockKind kind() {
        return kind;
    }

    public @Nullable String period() {
        return period;
    }

    public ClockState state() {
        return state;
    }

    public int generation() {
        return generation;
    }

    public @Nullable LocalDate dueDay() {
        return dueDay;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public boolean provisional() {
        return provisional;
    }

    /** The calendar edition the due day was derived with. */
    public long edition() {
        return edition;
    }

    public int ladder() {
        return ladder;
    }

    /** Whether the task's close-out ended it. */
    public boolean closedOut() {
        return closedOut;
    }
}
