package io.mingjing.task.organisation.domain;

import java.util.EnumSet;
import java.util.Set;

/** What a unit is, and under what it may stand. */
public enum UnitKind {
    /** The city (市): the root. */
    CITY("市", "city"),
    /** The city's business-environment office (市营商办). */
    CITY_OFFICE("市营商办", "city office"),
    /** A bureau (局). */
    BUREAU("局", "bureau"),
    /** A section (科室) of a bureau. */
    SECTION("科室", "section"),
    /** An institution directly under a bureau (直属事业单位). */
    INSTITUTION("直属事业单位", "institution");

    private final String zh;
    private final String en;

    UnitKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Kinds a unit of this kind may stand under; none means that it is a root. */
    public Set<UnitKind> standsUnder() {
        return switch (this) {
            case CITY -> EnumSet.noneOf(UnitKind.class);
            case CITY_OFFICE, BUREAU -> EnumSet.of(CITY);
            case SECTION -> EnumSet.of(BUREAU, CITY_OFFICE);
            case INSTITUTION -> EnumSet.of(BUREAU);
        };
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
