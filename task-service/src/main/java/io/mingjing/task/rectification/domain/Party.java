package io.mingjing.task.rectification.domain;

/** What a person is to one task. One person may be several of these. */
public enum Party {
    /** Staff of a lead section (牵头科室); where no section leads, the coordinator. */
    LEAD("牵头科室", "lead section"),
    /** Staff of a responsible section (责任科室). */
    RESPONSIBLE("责任科室", "responsible section"),
    /** Office of the leading group (领导小组办公室) of the bureau. */
    COORDINATOR("领导小组办公室", "office of the leading group"),
    /** Leader in charge (分管领导) of the bureau, who leads the rectification (牵头抓). */
    LEADER_IN_CHARGE("分管领导", "leader in charge"),
    /** Principal leader (主要领导) of the bureau. */
    PRINCIPAL_LEADER("主要领导", "principal leader"),
    /** City office, oversight and the neighbouring systems: they read. */
    READER("查看人员", "reader");

    private final String zh;
    private final String en;

    Party(String zh, String en) {
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
