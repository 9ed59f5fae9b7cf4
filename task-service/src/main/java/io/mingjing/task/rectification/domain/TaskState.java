package io.mingjing.task.rectification.domain;

/** Where a task stands. Overdue and colour are the clock's to compute and no states. */
public enum TaskState {
    DRAFT("草稿", "draft", true),
    ISSUED("已交办", "issued", true),
    /** The section refuses the assignment (退单); its clock runs on. */
    HANDED_BACK("已退单", "handed back", true),
    ACCEPTED("已签收", "accepted", true),
    IN_PROGRESS("办理中", "in progress", true),
    /** Stopped on a lawful ground (中止). */
    SUSPENDED("已中止", "suspended", true),
    CLOSE_REQUESTED("已申请销号", "close-out requested", true),
    /** The close-out was refused (退回). */
    RETURNED("已退回", "returned", true),
    VERIFIED("已核验", "verified", true),
    CLOSED("已销号", "closed", false),
    CANCELLED("已撤销", "cancelled", false);

    private final String zh;
    private final String en;
    private final boolean open;

    TaskState(String zh, String en, boolean open) {
        this.zh = zh;
        this.en = en;
        this.open = open;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether anything can still happen to the task. */
    public boolean open() {
        return open;
    }
}
