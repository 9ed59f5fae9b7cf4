package io.mingjing.task.rectification.domain;

/** Where a task comes from (任务来源, R-038). */
public enum TaskSource {
    PLAN("整改方案", "plan"),
    LEAF("评价差评", "poor ratings");

    private final String zh;
    private final String en;

    TaskSource(String zh, String en) {
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
