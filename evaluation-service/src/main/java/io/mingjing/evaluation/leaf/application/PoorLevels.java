package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Scale;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether a rating is a poor one (差评): its own version of the scale says so, whatever came later. */
@ApplicationScoped
public class PoorLevels {

    private final Scales scales;

    PoorLevels(Scales scales) {
        this.scales = scales;
    }

    public boolean holds(RatingRecord rating) {
        Scale scale = scales.all().stream()
                .filter(version -> version.version() == rating.scaleVersion())
                .findFirst()
                .orElseGet(() -> scales.on(rating.visitDay()));
        return scale.isPoor(rating.level());
    }
}
