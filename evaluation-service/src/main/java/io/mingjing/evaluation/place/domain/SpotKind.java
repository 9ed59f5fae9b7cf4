package io.mingjing.evaluation.place.domain;

/** What kind of place is rated (requirements ). */
public enum SpotKind {
    /** A window (窗口) in a hall; the only kind with visits, staff and a feed. */
    WINDOW("窗口", "window"),
    /** The door of a section (科室门牌). */
    SECTION_DOOR("科室门牌", "section door"),
    /** A notice board (公示栏). */
    NOTICE_BOARD("公示栏", "notice board"),
    /** A kiosk that only takes ratings (自助评价机). */
    KIOSK("自助评价机", "rating kiosk"),
    /** A terminal at which people serve themselves (自助服务终端): no staff, its unit alone answers for it. */
    TERMINAL("自助服务终端", "self-service terminal"),
    /** Online (网上): the pages of a service network. */
    ONLINE("网上", "online");

    private final String zh;
    private final String en;

    SpotKind(String zh, String en) {
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
