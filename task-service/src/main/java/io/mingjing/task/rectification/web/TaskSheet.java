package io.mingjing.task.rectification.web;

import io.mingjing.kernel.http.ProblemException.Words;
import io.mingjing.task.clock.domain.DeadlineProof;
import io.mingjing.task.rectification.application.TaskView;
import io.mingjing.task.rectification.domain.Evidence;
import io.mingjing.task.rectification.domain.Measure;
import io.mingjing.task.rectification.domain.Task;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A task as its page shows it. */
public record TaskSheet(
        TaskView view, List<Deadline> deadlines, List<TimelineLine> timeline, boolean moreBefore, List<ActForm> forms) {

    /** A measure with its evidence. */
    public record MeasureLine(Measure measure, List<Evidence> evidence) {}

    /** A clock with its badge, its rule, and the days that counted or did not. */
    public record Deadline(Words name, Due due, String rule, boolean provisional, List<DeadlineProof.ProofDay> days) {}

    public TaskSheet {
        deadlines = List.copyOf(deadlines);
        timeline = List.copyOf(timeline);
        forms = List.copyOf(forms);
    }

    public Task getTask() {
        return view.task();
    }

    public StateBadge getState() {
        return StateBadge.of(view.task());
    }

    public Due getDue() {
        return Due.of(view.clock().orElse(null));
    }

    public List<MeasureLine> getMeasures() {
        return view.task().measures().stream()
                .map(measure -> new MeasureLine(measure, view.evidenceFor(measure.number())))
                .toList();
    }

    /** Lead sections by name, in the document's order. */
    public List<String> getLeads() {
        return view.task().leads().stream().map(view::name).toList();
    }

    public List<String> getResponsible() {
        return view.task().responsible().stream().map(view::name).toList();
    }

    public String getBureau() {
        return view.name(view.task().bureau());
    }

    public @Nullable String getNumber() {
        return view.task().number().orElse(null);
    }

    public Optional<String> label() {
        return Optional.ofNullable(view.task().wording().label());
    }
}
