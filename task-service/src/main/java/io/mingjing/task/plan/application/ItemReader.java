package io.mingjing.task.plan.application;

import io.mingjing.task.Fields;
import io.mingjing.task.Fields.At;
import io.mingjing.task.plan.application.PlanReading.DoneContent;
import io.mingjing.task.plan.application.PlanReading.ItemContent;
import io.mingjing.task.plan.domain.PlanDocument.DonePart;
import io.mingjing.task.plan.domain.PlanDocument.EvidencePart;
import io.mingjing.task.plan.domain.PlanDocument.MeasurePart;
import io.mingjing.task.plan.domain.PlanDocument.TaskPart;
import io.mingjing.task.plan.domain.PlanDocument.UnitsPart;
import io.mingjing.task.rectification.application.Proof;
import io.mingjing.task.rectification.domain.Evidence;
import io.mingjing.task.rectification.domain.Measure;
import io.mingjing.task.rectification.domain.TimeLimit;
import io.mingjing.task.rectification.domain.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a task of a plan. A plan is right only if every task has measures and says what its limit is. */
record ItemReader(Fields fields, UnitWords units, DeadlineReader deadlines, LocalDate today) {

    @Nullable
    ItemContent read(At<TaskPart> at) {
        TaskPart part = at.value();
        String path = at.path();
        Integer number = fields.number(path + ".number", part.number(), 1, 9999);
        String label = fields.optional(path + ".label", part.label(), 50);
        String title = fields.required(path + ".title", part.title(), 200);
        String text = fields.required(path + ".text", part.text(), 10_000);
        List<Measure> measures = measures(path + ".measures", part.measures());
        List<String> leads = units.leads(fields, path + ".leads", part.leads());
        List<String> responsible = units.responsible(fields, path + ".responsible", part.responsible());
        TimeLimit limit = deadlines.read(fields, path + ".deadline", part.deadline());
        DoneContent done = part.doneBefore() == null ? null : done(path + ".doneBefore", part.doneBefore(), measures);
        if (number == null || title == null || text == null || limit == null) {
            return null;
        }
        Wording wording = new Wording(label, title, text, words(part.leads()), words(part.responsible()));
        return new ItemContent(number, wording, measures, leads, responsible, limit, done);
    }

    private List<Measure> measures(String path, @Nullable List<MeasurePart> given) {
        List<Measure> measures = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (At<MeasurePart> at : fields.each(path, given, 100)) {
            String number = fields.required(at.path() + ".number", at.value().number(), 20);
            String heading = fields.optional(at.path() + ".heading", at.value().heading(), 200);
            List<String> actions = fields
                    .each(at.path() + ".actions", at.value().actions(), 50)
                    .stream()
                    .map(action -> fields.required(action.path(), action.value(), 2000))
                    .filter(action -> action != null)
                    .map(String::valueOf)
                    .toList();
            if (actions.isEmpty()) {
                fields.violations().add(at.path() + ".actions", "至少一项具体举措", "needs at least one action");
            }
            if (number != null && !numbers.add(number)) {
                fields.violations().add(at.path() + ".number", "编号 " + number + " 重复", number + " is used twice");
            } else if (number != null && !actions.isEmpty()) {
                measures.add(Measure.of(number, heading, actions));
            }
        }
        if (given == null || given.isEmpty()) {
            fields.violations().add(path, "每项任务至少一条整改措施", "every task needs at least one measure");
        }
        return measures;
    }

    private @Nullable DoneContent done(String path, DonePart part, List<Measure> measures) {
        LocalDate on = fields.day(path + ".date", part.date());
        if (on != null && on.isAfter(today)) {
            fields.violations().add(path + ".date", "完成日期不能晚于今日（" + today + "）", "must not lie after today, " + today);
        }
        List<Proof> proofs = new ArrayList<>();
        for (At<EvidencePart> at : fields.each(path + ".evidence", part.evidence(), 100)) {
            Proof proof = proof(at, measures);
            if (proof != null) {
                proofs.add(proof);
            }
        }
        if (part.evidence() == null || part.evidence().isEmpty()) {
            fields.violations().add(path + ".evidence", "已完成的任务要附佐证材料", "what was done needs evidence");
        } else if (proofs.stream().noneMatch(proof -> proof.measure() == null)) {
            measures.stream()
                    .map(Measure::number)
                    .filter(number -> proofs.stream().noneMatch(proof -> number.equals(proof.measure())))
                    .forEach(number -> fields.violations()
                            .add(
                                    path + ".evidence",
                                    "措施 " + number + " 没有佐证材料",
                                    "measure " + number + " has no evidence"));
        }
        return on == null ? null : new DoneContent(on, proofs);
    }

    private @Nullable Proof proof(At<EvidencePart> at, List<Measure> measures) {
        EvidencePart part = at.value();
        String measure = fields.optional(at.path() + ".measure", part.measure(), 20);
        if (measure != null
                && measures.stream().noneMatch(known -> known.number().equals(measure))) {
            fields.violations().add(at.path() + ".measure", "没有措施 " + measure, "there is no measure " + measure);
        }
        String name = fields.required(at.path() + ".name", part.name(), 200);
        Evidence.Kind kind = fields.word(at.path() + ".kind", part.kind(), Evidence.Kind.class);
        LocalDate day = fields.day(at.path() + ".date", part.date());
        String link = fields.link(at.path() + ".link", part.link());
        String text = fields.optional(at.path() + ".text", part.text(), 4000);
        if (part.link() == null && text == null) {
            fields.violations().add(at.path(), "link 和 text 至少填一项", "needs a link or a text");
        }
        return name == null || kind == null || day == null
                ? null
                : new Proof(measure, new Evidence.Piece(name, kind, day, link, text));
    }

    private static @Nullable String words(@Nullable UnitsPart part) {
        if (part == null) {
            return null;
        }
        String words = part.words();
        if (words != null && !words.isBlank()) {
            return words.strip();
        }
        return part.units() == null || part.units().isEmpty() ? null : String.join("、", part.units());
    }
}
