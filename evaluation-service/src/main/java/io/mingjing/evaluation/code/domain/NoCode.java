package io.mingjing.evaluation.code.domain;

/** Why nobody can rate at a place: no posted code of it takes ratings. */
public enum NoCode {
    /** 从未张贴. */
    NEVER_POSTED("从未张贴", "never posted"),
    /** 已停用，未换新. */
    WITHDRAWN("已停用，未换新", "withdrawn, no new one"),
    /** 已损坏，未换新. */
    DAMAGED("已损坏，未换新", "damaged, no new one");

    private final String zh;
    private final String en;

    NoCode(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public static NoCode of(PostedState end) {
        return end == PostedState.DAMAGED ? DAMAGED : WITHDRAWN;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
