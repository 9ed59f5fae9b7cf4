package io.mingjing.evaluation.place.domain;

/** The three levels of halls (requirements ), highest first. */
public enum HallLevel {
    /** Hall of a county, a district or the city (政务服务大厅). */
    COUNTY("政务服务大厅", "government service hall"),
    /** Centre of a township or street (便民服务中心). */
    TOWNSHIP("便民服务中心", "township service centre"),
    /** Room of a village or community (便民服务室). */
    VILLAGE("便民服务室", "village service room");

    private final String zh;
    private final String en;

    HallLevel(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Whether a hall of this level may lie below one of another: every level below any higher one. */
    public boolean mayLieBelow(HallLevel other) {
        return compareTo(other) > 0;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
