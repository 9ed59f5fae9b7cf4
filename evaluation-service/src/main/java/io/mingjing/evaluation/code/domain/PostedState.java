package io.mingjing.evaluation.code.domain;

/** What became of a posted code. Only an active one takes ratings. */
public enum PostedState {
    /** 张贴中. */
    ACTIVE("张贴中", "posted"),
    /** 已停用. */
    WITHDRAWN("已停用", "withdrawn"),
    /** 已损坏, to be replaced by a new one. */
    DAMAGED("已损坏", "damaged");

    private final String zh;
    private final String en;

    PostedState(String zh, String en) {
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
