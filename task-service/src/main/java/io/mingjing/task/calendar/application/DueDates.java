package io.mingjing.task.calendar.application;

import io.mingjing.kernel.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Due dates that were counted by the calendar and follow when it is published anew. */
public interface DueDates {

    /**
     * What a publication would do, or did.
     *
     * @param examined clocks that have not ended
     * @param moved due days that move
     * @param earlier of them, those that become earlier
     * @param first the first hundred, in order of their present due day
     */
    record Moves(long examined, long moved, long earlier, List<Move> first) {

        public Moves {
            first = List.copyOf(first);
        }
    }

    /** One due day that moves; null where a pause keeps it open. */
    record Move(
            UUID taskId,
            String number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Counts what would move; changes nothing. */
    Moves preview(WorkingCalendar next);

    /** Derives what an older edition of the calendar gave, in transactions of its own; going on after a stop is safe. */
    void follow();
}
