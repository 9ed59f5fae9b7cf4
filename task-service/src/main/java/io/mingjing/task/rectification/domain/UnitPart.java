package io.mingjing.task.rectification.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A unit's part in a task. */
@Embeddable
public record UnitPart(
        String unit, @Enumerated(EnumType.STRING) Part part) {

    /** The parts there are: a unit leads (牵头) or is responsible (责任). */
    public enum Part {
        LEAD,
        RESPONSIBLE
    }
}
