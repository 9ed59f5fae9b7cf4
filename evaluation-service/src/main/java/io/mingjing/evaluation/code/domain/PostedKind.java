package io.mingjing.evaluation.code.domain;

/** Where a place code (评价点码) hangs, whichever place it stands for: a board may carry the code of a window. */
public enum PostedKind {
    /** 窗口. */
    WINDOW("窗口", "window"),
    /** 科室门口. */
    SECTION_DOOR("科室门口", "section door"),
    /** 公示栏. */
    NOTICE_BOARD("公示栏", "notice board"),
    /** 自助终端. */
    KIOSK("自助终端", "kiosk"),
    /** 网上办事入口. */
    ONLINE("网上办事入口", "online");

    private final String zh;
    private final String en;

    PostedKind(String zh, String en) {
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
