package io.mingjing.evaluation.place.domain;

/** What kind of device takes ratings. */
public enum DeviceKind {
    /** A tablet at a counter (窗口评价器). */
    COUNTER_TABLET("窗口评价器", "counter tablet"),
    /** A self-service terminal (自助服务终端). */
    TERMINAL("自助服务终端", "self-service terminal"),
    /** A kiosk that only takes ratings (自助评价机). */
    KIOSK("自助评价机", "rating kiosk");

    private final String zh;
    private final String en;

    DeviceKind(String zh, String en) {
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
