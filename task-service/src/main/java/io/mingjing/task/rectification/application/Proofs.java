package io.mingjing.task.rectification.application;

import io.mingjing.task.rectification.domain.Evidence;
import io.mingjing.task.rectification.domain.Measure;
import io.mingjing.task.rectification.domain.Task;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which measures have evidence. Only an import may hand in evidence for the whole task; it proves every measure. */
final class Proofs {

    private Proofs() {}

    static Set<String> unproven(Task task, List<Evidence> given) {
        if (given.stream().anyMatch(evidence -> evidence.measure() == null)) {
            return Set.of();
        }
        Set<String> open =
                task.measures().stream().map(Measure::number).collect(Collectors.toCollection(LinkedHashSet::new));
        given.forEach(evidence -> open.remove(evidence.measure()));
        return open;
    }
}
