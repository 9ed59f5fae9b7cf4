package io.mingjing.task.plan.domain;

/** Where a plan stands; what is published is immutable. */
public enum PlanState {
    DRAFT("草稿", "draft"),
    PUBLISHED("已发布", "published");

    private final String zh;
    private final String en;

    PlanState(String zh, String en) {
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
