package io.mingjing.kernel.http;

import java.util.Locale;

/** What a post may be. The claim {@code mingjing_posts} names posts as {@code role@unit-code}, roles in lower case. */
public enum Role {
    /** Window clerk (窗口工作人员). */
    CLERK("窗口工作人员", "window clerk"),
    /** Works on the tasks of a section (科室经办人). */
    SECTION("科室经办人", "section staff"),
    /** Head of a section (科室负责人). */
    SECTION_HEAD("科室负责人", "head of section"),
    /** Liaison officer (联络员). */
    LIAISON("联络员", "liaison officer"),
    /** Office of the leading group (领导小组办公室). */
    COORDINATOR("领导小组办公室", "office of the leading group"),
    /** Leader in charge (分管领导). */
    LEADER_IN_CHARGE("分管领导", "leader in charge"),
    /** Principal leader (主要领导). */
    PRINCIPAL_LEADER("主要领导", "principal leader"),
    /** City business-environment office (市营商办). */
    CITY_OFFICE("市营商办", "city business-environment office"),
    /** City oversight (市级监督): reads everything that was done. */
    OVERSIGHT("市级监督", "city oversight"),
    /** City discipline (市纪检): integrity cases only. */
    DISCIPLINE("市纪检", "city discipline"),
    /** Runs the system; sees no place and no level. */
    OPERATIONS("系统运维", "operations"),
    /** Administrator of a unit (单位管理员). */
    UNIT_ADMIN("单位管理员", "administrator of the unit"),
    /** A neighbouring system with client credentials (系统对接). */
    INTEGRATION("系统对接", "neighbouring system"),
    /** Our own notification-service (通知服务), when it asks what the city office's hourly digest is to say. */
    NOTICES("通知服务", "notification service");

    private final String zh;
    private final String en;

    Role(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** What the post is called, in zh-CN. */
    public String zh() {
        return zh;
    }

    /** What the post is called, in English. */
    public String en() {
        return en;
    }

    /** The word in the claim. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
