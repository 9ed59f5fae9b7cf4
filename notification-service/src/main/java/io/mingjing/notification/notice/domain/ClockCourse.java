package io.mingjing.notification.notice.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a clock is, as its events say: what a step that is told late is held against. */
@Entity
@Table(name = "clock_course")
public class ClockCourse {

    @Id
    @Column(name = "clock_id")
    private UUID clockId;

    private int generation;

    @Enumerated(EnumType.STRING)
    private @Nullable EndCause stopped;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ClockCourse() {}

    public ClockCourse(UUID clockId) {
        this.clockId = clockId;
    }

    /** The clock changed and is in this generation since; after a close or a cancellation it reaches no more steps. */
    public void changed(EndCause cause, int newGeneration) {
        if (newGeneration >= generation) {
            generation = newGeneration;
            stopped = cause == EndCause.CLOSED || cause == EndCause.CANCELLED ? cause : null;
        }
    }

    /** Whether a step of a generation still stands. */
    public boolean stands(int stepsGeneration) {
        return stepsGeneration > generation || (stepsGeneration == generation && stopped == null);
    }
}
