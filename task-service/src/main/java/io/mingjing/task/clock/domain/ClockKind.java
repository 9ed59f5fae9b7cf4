package io.mingjing.task.clock.domain;

/** What a clock waits for. */
public enum ClockKind {
    /** The end of the limit the document states. */
    LIMIT("整改时限"),
    /** The first action on 立行立改. */
    FIRST_ACTION("首次行动"),
    /** One quarter's proof of 长期坚持. */
    PROOF("季度佐证");

    private final String zh;

    ClockKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
