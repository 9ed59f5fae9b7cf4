package io.mingjing.kernel.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to rectification tasks (整改任务), their clocks and the plans they come from. */
public sealed interface TaskEvent extends DomainEvent {

    /** An office: a role at a unit. Who holds it at a moment is the organisation's to say. */
    record Office(String role, String unit) {}

    /**
     * A clock that was already past when its plan came in.
     *
     * @param words the plan's own words for the time limit (整改时限)
     * @param dueDay the last day of the limit
     */
    record PastClock(UUID taskId, String number, String title, String words, LocalDate dueDay) {}

    /**
     * A plan (专项整改方案) was published; its tasks follow as {@link TaskIssued}.
     *
     * @param past clocks already past at import: one summary, never a burst of overdue notices
     */
    record PlanPublished(
            UUID planId, String title, String bureau, List<Office> summaryTo, List<PastClock> past, Instant at)
            implements TaskEvent {

        public PlanPublished {
            summaryTo = List.copyOf(summaryTo);
            past = List.copyOf(past);
        }

        @Override
        public String aggregateId() {
            return planId.toString();
        }
    }

    /**
     * A task was issued (交办).
     *
     * @param source {@code PLAN} or {@code LEAF}
     * @param sourceId the plan or the leaf
     * @param leadUnits lead sections (牵头科室) in the order the document gives them; empty where it names none
     * @param dueAt the end of its limit, exclusive; null where the limit has no end
     */
    record TaskIssued(
            UUID taskId,
            String number,
            String title,
            String source,
            UUID sourceId,
            List<String> leadUnits,
            String bureau,
            @Nullable Instant dueAt,
            Instant at)
            implements TaskEvent {

        public TaskIssued {
            leadUnits = List.copyOf(leadUnits);
        }

        @Override
        public String aggregateId() {
            return taskId.toString();
        }
    }

    /**
     * A task moved on: accepted, in progress, close-out requested, verified, returned.
     *
     * @param from state before
     * @param to state after
     */
    record TaskMoved(UUID taskId, String number, String source, UUID sourceId, String from, String to, Instant at)
            implements TaskEvent {

        @Override
        public String aggregateId() {
            return taskId.toString();
        }
    }

    /**
     * A task was closed by number (销号).
     *
     * @param closeNumber its close number (销号编号)
     * @param outcome what was done, in the words the visitor may read
     */
    record TaskClosed(
            UUID taskId, String number, String source, UUID sourceId, String closeNumber, String outcome, Instant at)
            implements TaskEvent {

        @Override
        public String aggregateId() {
            return taskId.toString();
        }
    }

    /**
     * A rung of a task's ladder was reached and claimed; it happens once. notification-service turns offices into people.
     *
     * @param clockId the clock the rung belongs to
     * @param generation generation of the clock; an extension or a resume starts a new one
     * @param rung {@code DUE_SOON}, {@code OVERDUE}, {@code LEADER_IN_CHARGE} or {@code PRINCIPAL_LEADER}
     * @param step 0 for due soon, then 1, 2, 3
     * @param offices who is to hear
     * @param dueDay the last day of the limit
     * @param workingDaysLate working days after the due day; 0 before it
     * @param why why these offices hear now, in zh-CN
     */
    record RungReached(
            UUID rungId,
            UUID taskId,
            UUID clockId,
            int generation,
            String number,
            String title,
            String rung,
            int step,
            List<Office> offices,
            LocalDate dueDay,
            long workingDaysLate,
            String why,
            Instant at)
            implements TaskEvent {

        public RungReached {
            offices = List.copyOf(offices);
        }

        @Override
        public String aggregateId() {
            return taskId.toString();
        }
    }

    /**
     * The clock's pending rungs were withdrawn or moved.
     *
     * @param cause {@code CLOSED}, {@code CANCELLED}, {@code EXTENDED}, {@code PAUSED}, {@code RESUMED}, {@code REOPENED}
     *     (a refused close-out), {@code RECOMPUTED} (the calendar moved the due day) or {@code ACKNOWLEDGED}
     * @param generation generation from now on; notices of older ones are superseded (unless ACKNOWLEDGED)
     * @param dueAt the due instant from now on; null when nothing is due any more
     */
    record ClockChanged(
            UUID taskId,
            UUID clockId,
            String cause,
            int generation,
            @Nullable Instant dueAt,
            Instant at) implements TaskEvent {

        @Override
        public String aggregateId() {
            return taskId.toString();
        }
    }
}
