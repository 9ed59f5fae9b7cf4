package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.leaf.application.SlotClosed;
import io.mingjing.evaluation.leaf.domain.Slot;
import io.mingjing.evaluation.office.domain.Correction;
import io.mingjing.evaluation.office.domain.CorrectionLine;
import io.mingjing.evaluation.office.domain.CorrectionMerging;
import io.mingjing.evaluation.office.domain.CorrectionMerging.Confirmed;
import io.mingjing.evaluation.office.domain.CorrectionMerging.Merged;
import io.mingjing.evaluation.office.domain.LeafFacts;
import io.mingjing.evaluation.office.persistence.CorrectionLines;
import io.mingjing.evaluation.office.persistence.CorrectionLines.TakenOff;
import io.mingjing.evaluation.office.persistence.CorrectionRepository;
import io.mingjing.evaluation.office.persistence.LeafRows;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Unit;
import io.mingjing.kernel.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Publishes confirmed corrections at the first slot of a month (anonymity rule K6), by {@link CorrectionMerging}; what is
 * too few waits for the next month. Leaves never change.
 */
@ApplicationScoped
public class CorrectionPublication {

    private static final String BUREAU = "BUREAU";

    private final EvaluationConfig config;
    private final CorrectionRepository corrections;
    private final CorrectionLines lines;
    private final LeafRows leaves;
    private final Units units;
    private final OfficeTrail trail;
    private final Ids ids;

    CorrectionPublication(
            EvaluationConfig config,
            CorrectionRepository corrections,
            CorrectionLines lines,
            LeafRows leaves,
            Units units,
            OfficeTrail trail,
            Ids ids) {
        this.config = config;
        this.corrections = corrections;
        this.lines = lines;
        this.leaves = leaves;
        this.units = units;
        this.trail = trail;
        this.ids = ids;
    }

    void after(@Observes SlotClosed slot) {
        if (slot.firstOfMonth()) {
            publish(slot.day());
        }
    }

    /** Publishes what may be, with the slot of a day that is its month's first. */
    @Transactional
    public void publish(LocalDate slotDay) {
        Map<UUID, Correction> waiting =
                corrections.lockConfirmed().stream().collect(Collectors.toMap(Correction::id, Function.identity()));
        List<Confirmed> confirmed =
                waiting.values().stream().map(this::described).toList();
        for (Merged merged : CorrectionMerging.of(confirmed, config.leaf().k())) {
            UUID line = ids.next();
            lines.add(new CorrectionLine(
                    line,
                    merged.scope(),
                    merged.unit(),
                    merged.leafNumber(),
                    merged.ratings(),
                    merged.levels(),
                    merged.grounds(),
                    slotDay));
            for (UUID member : merged.members()) {
                Correction correction = waiting.get(member);
                if (correction != null) {
                    correction.publishIn(line);
                    trail.bySlot(
                            "correction:" + member,
                            "CORRECTION_PUBLISHED",
                            line.toString(),
                            new Slot(slotDay, false, false).at());
                }
            }
        }
    }

    private Confirmed described(Correction correction) {
        LeafFacts leaf = leaves.find(correction.leafId()).orElseThrow();
        TakenOff before = lines.takenOff(leaf.id());
        return new Confirmed(
                correction.id(),
                leaf.number(),
                leaf.ownerUnit(),
                bureauOf(leaf),
                leaf.ofCity(),
                correction.level(),
                correction.ratings(),
                correction.ground(),
                leaf.valid(),
                before.ratings(),
                before.together());
    }

    private String bureauOf(LeafFacts leaf) {
        return units.upwards(leaf.ownerUnit()).stream()
                .filter(unit -> unit.kind().equals(BUREAU))
                .map(Unit::code)
                .findFirst()
                .orElse(leaf.ownerUnit());
    }
}
