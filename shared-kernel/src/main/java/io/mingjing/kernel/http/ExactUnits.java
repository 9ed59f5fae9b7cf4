package io.mingjing.kernel.http;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** A post reaches its own unit and nothing else, where a service keeps no tree. */
@DefaultBean
@ApplicationScoped
class ExactUnits implements UnitTree {

    @Override
    public boolean covers(String upper, String unit) {
        return upper.equals(unit);
    }
}
