package io.mingjing.task.rectification.application;

import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.rectification.domain.Evidence;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskAct;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A task as one person sees it now.
 *
 * @param names names of the units it mentions, by code
 * @param may what this person may do to it now
 * @param step the ladder step this person may acknowledge now
 * @param waitsForAnother whether the person is kept from verifying or closing only because the request was his own
 */
public record TaskView(
        Task task,
        List<ClockView> clocks,
        List<Evidence> evidence,
        Map<String, String> names,
        List<TaskAct> may,
        OptionalInt step,
        boolean waitsForAnother) {

    public TaskView {
        clocks = List.copyOf(clocks);
        evidence = List.copyOf(evidence);
        names = Map.copyOf(names);
        may = List.copyOf(may);
    }

    /** The pressing clock; empty where the document states no limit. */
    public Optional<ClockView> clock() {
        return clocks.stream().findFirst();
    }

    /** Evidence for one measure. */
    public List<Evidence> evidenceFor(String measure) {
        return evidence.stream()
                .filter(piece -> measure.equals(piece.measure()))
                .toList();
    }

    /** Evidence for the whole task. */
    public List<Evidence> evidenceForAll() {
        return evidence.stream().filter(piece -> piece.measure() == null).toList();
    }

    public String name(String unit) {
        return names.getOrDefault(unit, unit);
    }
}
