package io.mingjing.kernel.http;

import java.util.Locale;

/** What a post may be. The claim {@code mingjing_posts} names posts as {@code role@unit-code}, roles in lower case. */
public enum Role {
    /** Window clerk (窗口工作人员). */
    CLERK,
    /** Works on the tasks of a section (科室经办人). */
    SECTION,
    /** Head of a section (科室负责人). */
    SECTION_HEAD,
    /** Liaison officer (联络员). */
    LIAISON,
    /** Office of the leading group (领导小组办公室). */
    COORDINATOR,
    /** Leader in charge (分管领导). */
    LEADER_IN_CHARGE,
    /** Principal leader (主要领导). */
    PRINCIPAL_LEADER,
    /** City business-environment office (市营商办). */
    CITY_OFFICE,
    /** City oversight (市级监督): reads everything that was done. */
    OVERSIGHT,
    /** City discipline (市纪检): integrity cases only. */
    DISCIPLINE,
    /** Runs the system; sees no place and no level. */
    OPERATIONS,
    /** Administrator of a unit (单位管理员). */
    UNIT_ADMIN,
    /** A neighbouring system with client credentials (系统对接). */
    INTEGRATION;

    /** The word in the claim. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
