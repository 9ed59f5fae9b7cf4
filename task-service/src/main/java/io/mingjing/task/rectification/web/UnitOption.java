package io.mingjing.task.rectification.web;

import java.util.Map;

/** A unit to choose from. */
public record UnitOption(String code, String name) {

    static UnitOption of(Map.Entry<String, String> unit) {
        return new UnitOption(unit.getKey(), unit.getValue());
    }
}
