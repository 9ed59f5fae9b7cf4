package io.mingjing.task.plan.application;

import io.mingjing.task.Fields;
import io.mingjing.task.Fields.At;
import io.mingjing.task.Violations;
import io.mingjing.task.plan.application.PlanReading.ItemContent;
import io.mingjing.task.plan.domain.Basis;
import io.mingjing.task.plan.domain.DocumentNumber;
import io.mingjing.task.plan.domain.GroupLevel;
import io.mingjing.task.plan.domain.Narrative;
import io.mingjing.task.plan.domain.PlanContent;
import io.mingjing.task.plan.domain.PlanDocument;
import io.mingjing.task.plan.domain.Release;
import io.mingjing.task.plan.domain.ResponsibleEntry;
import io.mingjing.task.plan.domain.Round;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a plan as handed in and notes everything that is wrong with it; pure, the units are given. */
final class PlanReader {

    private final UnitWords units;
    private final DeadlineReader deadlines;
    private final LocalDate today;
    private final Fields fields = new Fields(new Violations());

    PlanReader(UnitWords units, DeadlineReader deadlines, LocalDate today) {
        this.units = units;
        this.deadlines = deadlines;
        this.today = today;
    }

    PlanReading read(PlanDocument document) {
        String title = fields.required("title", document.title(), 300);
        Round round = round(document.round());
        Release release = release(document.release());
        String basisText = fields.optional("basisText", document.basisText(), 2000);
        List<Basis> basis = basis(document.basis());
        List<Narrative> narrative = narrative(document.narrative());
        String group = document.leadingGroup() == null
                ? null
                : fields.optional("leadingGroup.name", document.leadingGroup().name(), 100);
        List<GroupLevel> levels = document.leadingGroup() == null
                ? List.of()
                : levels(document.leadingGroup().levels());
        List<ItemContent> items = items(document);
        if (title == null || !fields.violations().isEmpty()) {
            return new PlanReading.Wrong(fields.violations());
        }
        List<ResponsibleEntry> responsible = items.stream()
                .flatMap(item -> item.responsible().stream().map(entry -> new ResponsibleEntry(item.number(), entry)))
                .toList();
        return new PlanReading.Right(
                new PlanContent(
                        title,
                        units.bureau().code(),
                        round,
                        release,
                        basisText,
                        basis,
                        narrative,
                        group,
                        levels,
                        responsible),
                items);
    }

    private @Nullable Round round(PlanDocument.@Nullable RoundPart part) {
        if (part == null) {
            return null;
        }
        Integer year = fields.number("round.year", part.year(), 2000, 2100);
        Integer ordinal = fields.number("round.ordinal", part.ordinal(), 1, 99);
        return year == null || ordinal == null ? null : new Round(year, ordinal);
    }

    private @Nullable Release release(PlanDocument.@Nullable ReleasePart part) {
        if (part == null) {
            return null;
        }
        LocalDate day = fields.day("release.day", part.day());
        if (day != null && day.isAfter(today)) {
            fields.violations().add("release.day", "文件发布日期不能晚于今日（" + today + "）", "must not lie after today, " + today);
        }
        String words = fields.optional("release.words", part.words(), 200);
        String source = fields.optional("release.source", part.source(), 100);
        return day == null ? null : new Release(day, words, source);
    }

    private List<Basis> basis(@Nullable List<PlanDocument.BasisPart> given) {
        List<Basis> basis = new ArrayList<>();
        for (At<PlanDocument.BasisPart> at : fields.each("basis", given, 50)) {
            String title = fields.required(at.path() + ".title", at.value().title(), 300);
            String printed = fields.optional(at.path() + ".number", at.value().number(), 100);
            Optional<DocumentNumber> number = Optional.ofNullable(printed).flatMap(DocumentNumber::parse);
            if (printed != null && number.isEmpty()) {
                fields.violations()
                        .add(
                                at.path() + ".number",
                                "文号“" + printed + "”应由机关代字、年份和序号组成，例如 广委办〔2022〕27号",
                                "A document number has an issuer, a year and a serial, such as 广委办〔2022〕27号");
            }
            if (title != null) {
                basis.add(Basis.of(title, printed, number.orElse(null)));
            }
        }
        return basis;
    }

    private List<Narrative> narrative(@Nullable List<PlanDocument.NarrativePart> given) {
        List<Narrative> narrative = new ArrayList<>();
        for (At<PlanDocument.NarrativePart> at : fields.each("narrative", given, 50)) {
            String heading = fields.required(at.path() + ".heading", at.value().heading(), 200);
            String text = fields.required(at.path() + ".text", at.value().text(), 10_000);
            if (heading != null && text != null) {
                narrative.add(new Narrative(heading, text));
            }
        }
        return narrative;
    }

    private List<GroupLevel> levels(@Nullable List<PlanDocument.LevelPart> given) {
        List<GroupLevel> levels = new ArrayList<>();
        for (At<PlanDocument.LevelPart> at : fields.each("leadingGroup.levels", given, 10)) {
            var level = fields.word(at.path() + ".level", at.value().level(), GroupLevel.Level.class);
            String words = fields.required(at.path() + ".words", at.value().words(), 100);
            String duty = fields.required(at.path() + ".duty", at.value().duty(), 100);
            if (level != null && words != null && duty != null) {
                levels.add(new GroupLevel(level, words, duty));
            }
        }
        List<GroupLevel.Level> order = Arrays.asList(GroupLevel.Level.values());
        if (fields.violations().isEmpty()
                && !levels.stream().map(GroupLevel::level).toList().equals(order)) {
            String right = order.stream().map(Enum::name).collect(Collectors.joining("、"));
            fields.violations()
                    .add("leadingGroup.levels", "领导小组应有三级，依次为 " + right, "must be these three in this order: " + right);
        }
        return levels;
    }

    private List<ItemContent> items(PlanDocument document) {
        ItemReader reader = new ItemReader(fields, units, deadlines, today);
        List<ItemContent> items = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (At<PlanDocument.TaskPart> at : fields.each("tasks", document.tasks(), 200)) {
            ItemContent item = reader.read(at);
            if (item != null && !numbers.add(item.number())) {
                fields.violations()
                        .add(at.path() + ".number", "编号 " + item.number() + " 重复", item.number() + " is used twice");
            }
            if (item != null) {
                items.add(item);
            }
        }
        if (document.tasks() == null || document.tasks().isEmpty()) {
            fields.violations().add("tasks", "方案至少有一项整改任务", "a plan has at least one task");
        }
        return items;
    }
}
