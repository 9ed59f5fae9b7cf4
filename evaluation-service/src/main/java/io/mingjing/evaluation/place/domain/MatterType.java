package io.mingjing.evaluation.place.domain;

/** The types of matters (事项类型) of the national catalogue of government service matters. */
public enum MatterType {
    PERMIT("行政许可", "administrative permit"),
    PENALTY("行政处罚", "administrative penalty"),
    COERCION("行政强制", "administrative coercion"),
    LEVY("行政征收", "administrative levy"),
    PAYMENT("行政给付", "administrative payment"),
    INSPECTION("行政检查", "administrative inspection"),
    CONFIRMATION("行政确认", "administrative confirmation"),
    REWARD("行政奖励", "administrative reward"),
    RULING("行政裁决", "administrative ruling"),
    OTHER_POWER("其他行政权力", "other administrative power"),
    PUBLIC_SERVICE("公共服务", "public service");

    private final String zh;
    private final String en;

    MatterType(String zh, String en) {
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
