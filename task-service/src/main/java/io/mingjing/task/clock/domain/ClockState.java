package io.mingjing.task.clock.domain;

/** What a clock is doing. */
public enum ClockState {
    RUNNING,
    /** Stopped on a lawful ground (中止). */
    PAUSED,
    /** What it waited for was reached. */
    SATISFIED,
    /** It no longer matters. */
    CANCELLED;

    public boolean ended() {
        return this == SATISFIED || this == CANCELLED;
    }
}
