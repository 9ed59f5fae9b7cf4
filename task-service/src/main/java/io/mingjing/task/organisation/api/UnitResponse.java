package io.mingjing.task.organisation.api;

import io.mingjing.task.organisation.domain.Unit;
import org.jspecify.annotations.Nullable;

/** A unit on record. */
public record UnitResponse(
        String code,
        String name,
        String kind,
        @Nullable String parent,
        @Nullable String region,
        boolean active) {

    static UnitResponse from(Unit unit) {
        Unit.Facts facts = unit.facts();
        return new UnitResponse(
                unit.code(), facts.name(), facts.kind().name(), facts.parent(), facts.region(), facts.active());
    }
}
