package io.mingjing.task.plan.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A level of the leading group (领导小组, R-001), top first; the same order is the way a late task climbs.
 *
 * @param words who it is in the plan's words, such as 局主要领导
 * @param duty what it does in the plan's words, such as 亲自抓
 */
@Embeddable
public record GroupLevel(@Enumerated(EnumType.STRING) Level level, String words, String duty) {

    /** The three levels, in their order. */
    public enum Level {
        PRINCIPAL_LEADER("主要领导"),
        LEADER_IN_CHARGE("分管领导"),
        RESPONSIBLE_SECTION("责任科室");

        private final String zh;

        Level(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }
}
