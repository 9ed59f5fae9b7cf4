package io.mingjing.kernel.event;

/** The topics: declared here once; launcher, tests and deployments create from it, auto-creation is off. */
public enum Topics {
    EVALUATION("mingjing.evaluation", false),
    TASK("mingjing.task", false),
    NOTICE("mingjing.notice", false),
    ORGANISATION("mingjing.organisation", true),
    CALENDAR("mingjing.calendar", true);

    /** Partitions of every topic. */
    public static final int PARTITIONS = 12;

    /** How long the broker keeps records of topics that are not compacted, in days. Inboxes remember longer (30 d). */
    public static final int RETENTION_DAYS = 14;

    private final String topicName;
    private final boolean compacted;

    Topics(String topicName, boolean compacted) {
        this.topicName = topicName;
        this.compacted = compacted;
    }

    public String topicName() {
        return topicName;
    }

    public boolean compacted() {
        return compacted;
    }

    /** The topic an event travels on. */
    public static Topics of(DomainEvent event) {
        return switch (event) {
            case EvaluationEvent e -> EVALUATION;
            case TaskEvent e -> TASK;
            case NoticeEvent e -> NOTICE;
            case OrganisationEvent e -> ORGANISATION;
            case CalendarEvent e -> CALENDAR;
        };
    }
}
