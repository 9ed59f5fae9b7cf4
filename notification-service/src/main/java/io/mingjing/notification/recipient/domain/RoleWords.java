package io.mingjing.notification.recipient.domain;

import java.util.Map;

/** What people call a role, in zh-CN. */
public final class RoleWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("clerk", "窗口工作人员"),
            Map.entry("section", "经办人"),
            Map.entry("section_head", "负责人"),
            Map.entry("liaison", "联络员"),
            Map.entry("coordinator", "领导小组办公室"),
            Map.entry("leader_in_charge", "分管领导"),
            Map.entry("principal_leader", "主要领导"),
            Map.entry("city_office", "工作人员"),
            Map.entry("oversight", "监督"),
            Map.entry("discipline", "纪检"),
            Map.entry("operations", "运维"),
            Map.entry("unit_admin", "单位管理员"),
            Map.entry("integration", "系统对接"),
            Map.entry("notices", "通知服务"));

    private RoleWords() {}

    /** The word; the role itself where it is not one we know. */
    public static String of(String role) {
        return WORDS.getOrDefault(role, role);
    }
}
