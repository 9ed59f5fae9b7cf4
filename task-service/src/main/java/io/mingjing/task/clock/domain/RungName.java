package io.mingjing.task.clock.domain;

/** What a step of the ladder is called. */
public enum RungName {
    DUE_SOON("即将到期"),
    OVERDUE("已逾期"),
    LEADER_IN_CHARGE("提级至分管领导"),
    PRINCIPAL_LEADER("提级至主要领导");

    private final String zh;

    RungName(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
