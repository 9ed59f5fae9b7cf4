package io.mingjing.evaluation.place.domain;

/** How a matter is dealt with. */
public enum Handling {
    /** On the spot (即办件). */
    IMMEDIATE("即办件", "on the spot"),
    /** Within a promised limit (承诺件). */
    PROMISED("承诺件", "within a promised limit");

    private final String zh;
    private final String en;

    Handling(String zh, String en) {
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
