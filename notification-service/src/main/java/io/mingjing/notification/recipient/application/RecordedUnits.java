package io.mingjing.notification.recipient.application;

import io.mingjing.kernel.http.UnitTree;
import io.mingjing.notification.recipient.persistence.Units;
import jakarta.enterprise.context.ApplicationScoped;

/** How far a post reaches in this service: the units as the organisation's events describe them. */
@ApplicationScoped
public class RecordedUnits implements UnitTree {

    private final Units units;

    RecordedUnits(Units units) {
        this.units = units;
    }

    @Override
    public boolean covers(String upper, String unit) {
        return units.covers(upper, unit);
    }

    @Override
    public boolean isCity(String unit) {
        return units.isCity(unit);
    }

    @Override
    public String nameOf(String unit) {
        return units.nameOf(unit);
    }
}
