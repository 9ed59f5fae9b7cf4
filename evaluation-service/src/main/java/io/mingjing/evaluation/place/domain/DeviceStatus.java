package io.mingjing.evaluation.place.domain;

/** Whether a device is used. */
public enum DeviceStatus {
    IN_USE("在用", "in use"),
    OUT_OF_ORDER("故障", "out of order"),
    WITHDRAWN("停用", "withdrawn");

    private final String zh;
    private final String en;

    DeviceStatus(String zh, String en) {
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
