package io.mingjing.evaluation.place.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something about the register that somebody should put right.
 *
 * @param code code of the place, matter or device
 * @param unit code of the unit that answers for it; null where none does
 */
public record Finding(
        Kind kind, String code, String name, @Nullable String unit) {

    /** What is the matter with it. */
    public enum Kind {
        DEVICE_OUT_OF_ORDER("设备故障", "a device is out of order"),
        DEVICE_SILENT("设备多日未在线", "a device has not reported for days"),
        MATTER_LIMITS("事项时限自相矛盾", "the limits of a matter contradict each other"),
        MATTER_OWNER_GONE("事项归属单位已停用", "the unit that owns a matter is no longer active"),
        PLACE_OWNER_GONE("评价点归属单位已停用", "the unit that owns a place is no longer active"),
        WINDOW_WITHOUT_CARD("窗口应亮牌而今日无人", "a window shows a card and nobody is assigned today");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
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
}
