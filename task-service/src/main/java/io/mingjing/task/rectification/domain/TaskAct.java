package io.mingjing.task.rectification.domain;

/** What can be done to a task. */
public enum TaskAct {
    ISSUE("交办", "issue"),
    /** Issue a task whose work was done before its plan was published. */
    ISSUE_DONE("交办（发布前已完成）", "issue as done"),
    ACCEPT("签收", "accept"),
    HAND_BACK("退单", "hand back"),
    /** The coordinator does not uphold a hand-back. */
    REISSUE("驳回退单", "issue again"),
    PROGRESS("登记进展", "enter progress"),
    SUSPEND("中止", "suspend"),
    RESUME("恢复", "resume"),
    REQUEST_CLOSE("申请销号", "request close-out"),
    VERIFY("核验", "verify"),
    RETURN("退回", "return"),
    CLOSE("销号", "close"),
    ACKNOWLEDGE("知悉", "acknowledge"),
    EXTEND("延期", "extend"),
    CANCEL("撤销", "cancel");

    private final String zh;
    private final String en;

    TaskAct(String zh, String en) {
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
