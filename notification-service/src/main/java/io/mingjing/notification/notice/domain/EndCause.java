package io.mingjing.notification.notice.domain;

/** Why a notice no longer asks for anything. What was not sent by then is never sent. */
public enum EndCause {
    /** The task was closed, or its clock satisfied. */
    CLOSED("已办结", "Done"),
    /** The limit was extended. */
    EXTENDED("已延期", "Extended"),
    /** The clock was paused. */
    PAUSED("已暂停计时", "Paused"),
    /** The clock runs anew, with other rungs. */
    RESUMED("已重新计时", "Clock restarted"),
    /** A close-out was refused and the clock goes on (退回). */
    REOPENED("已退回重新办理", "Reopened"),
    /** The limit moved, such as with a newly published calendar. */
    CHANGED("时限已变动", "Limit moved"),
    /** The task or its clock was withdrawn. */
    CANCELLED("已撤销", "Cancelled"),
    /** The assignment was taken up, or the task has gone another way. */
    MOVED_ON("已进入办理", "Taken up"),
    /** The limit passed while the reminder was waiting. */
    OVERTAKEN("已逾期，另行催办", "Overdue by now, told apart"),
    /** The person left the post; whoever holds it now hears. */
    HANDED_OVER("岗位已换人", "Post handed over");

    private final String zh;
    private final String en;

    EndCause(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
