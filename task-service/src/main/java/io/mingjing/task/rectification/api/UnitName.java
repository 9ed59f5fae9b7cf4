package io.mingjing.task.rectification.api;

import java.util.Map;

/** A unit by code and name. */
public record UnitName(String code, String name) {

    static UnitName of(String code, Map<String, String> names) {
        return new UnitName(code, names.getOrDefault(code, code));
    }
}
