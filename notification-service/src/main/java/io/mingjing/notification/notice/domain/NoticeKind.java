package io.mingjing.notification.notice.domain;

/** Kinds of notices: each has a template and a rule for who hears. */
public enum NoticeKind {
    /** A task was assigned (交办). */
    ASSIGNED("交办", "Assigned", ""),
    /** The limit is near (临期提醒). */
    DUE_SOON("临期提醒", "Due soon", "blue"),
    /** The limit has passed (逾期催办). */
    OVERDUE("逾期催办", "Overdue", "red"),
    /** The limit has passed and a leader hears (升级督办). */
    ESCALATED("升级督办", "Escalated", "red"),
    /** Limits that were past when their plan came in, in one summary (逾期汇总). */
    PAST_DUE("逾期汇总", "Past due at import", "red");

    private final String zh;
    private final String en;
    private final String colour;

    NoticeKind(String zh, String en, String colour) {
        this.zh = zh;
        this.en = en;
        this.colour = colour;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Colour word of the look, as supervision uses it: 蓝 near the limit, 红 past it; empty for none. */
    public String colour() {
        return colour;
    }
}
