package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.intake.persistence.ScaleStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scale in force on a day. Versions come with releases and are never changed, so they are read once. */
@ApplicationScoped
public class Scales {

    private final ScaleStore store;
    private volatile @Nullable List<Scale> known;

    Scales(ScaleStore store) {
        this.store = store;
    }

    public Scale on(LocalDate day) {
        return all().stream()
                .filter(scale -> !scale.fromDay().isAfter(day))
                .findFirst()
                .orElse(all().getLast());
    }

    /** All versions, newest first. */
    public List<Scale> all() {
        List<Scale> scales = known;
        if (scales == null) {
            scales = store.all();
            known = scales;
        }
        return scales;
    }
}
