package io.mingjing.task.plan.application;

import io.mingjing.task.Fields;
import io.mingjing.task.organisation.application.Units.Known;
import io.mingjing.task.organisation.domain.UnitKind;
import io.mingjing.task.plan.domain.Collective;
import io.mingjing.task.plan.domain.PlanDocument.UnitsPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a plan's words for units into codes: names of sections as the plan prints them, codes, or collective expressions.
 *
 * @param bureau the bureau whose plan it is
 * @param sections the units directly under it
 */
record UnitWords(Known bureau, List<Known> sections) {

    /** Lead sections in the document's order; collectives cannot lead. */
    List<String> leads(Fields fields, String path, @Nullable UnitsPart part) {
        return read(fields, path, part, false);
    }

    /** Responsible sections: codes, and names of collectives. */
    List<String> responsible(Fields fields, String path, @Nullable UnitsPart part) {
        return read(fields, path, part, true);
    }

    /** The units a plan's entries stand for today, each once, in the entries' order. */
    static List<String> expand(List<String> entries, List<Known> sections) {
        return entries.stream()
                .flatMap(entry -> Collective.named(entry)
                        .map(collective -> sections.stream()
                                .filter(unit -> belongs(unit, collective))
                                .map(Known::code))
                        .orElseGet(() -> Stream.of(entry)))
                .distinct()
                .toList();
    }

    private List<String> read(Fields fields, String path, @Nullable UnitsPart part, boolean collectives) {
        if (part == null) {
            return List.of();
        }
        String words = fields.optional(path + ".words", part.words(), 500);
        List<String> named = new ArrayList<>();
        boolean listed = part.units() != null && !part.units().isEmpty();
        if (listed) {
            fields.each(path + ".units", part.units(), 200).forEach(at -> named.add(at.value()));
        } else if (words != null) {
            named.addAll(Collective.parts(words));
        }
        List<String> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            String field = listed ? path + ".units[" + i + "]" : path + ".words";
            Optional<String> entry = entry(fields, field, named.get(i).strip(), collectives);
            if (entry.isPresent() && !seen.add(entry.get())) {
                fields.violations().add(field, "“" + named.get(i) + "”重复", named.get(i) + " is named twice");
            }
            entry.ifPresent(entries::add);
        }
        return entries;
    }

    private Optional<String> entry(Fields fields, String field, String name, boolean collectives) {
        Optional<Collective> collective = Collective.of(name).or(() -> Collective.named(name));
        if (collective.isPresent()) {
            if (!collectives) {
                fields.violations()
                        .add(
                                field,
                                "“" + name + "”是集合表述，不能牵头；请写明科室，例如 " + example(),
                                name + " names many; a lead must be one section, such as " + example());
                return Optional.empty();
            }
            return collective.map(Enum::name);
        }
        Optional<String> code = sections.stream()
                .filter(unit -> unit.code().equals(name) || unit.name().equals(name))
                .map(Known::code)
                .findFirst()
                .or(() -> name.equals(bureau.code()) || name.equals(bureau.name())
                        ? Optional.of(bureau.code())
                        : Optional.empty());
        if (code.isEmpty()) {
            fields.violations()
                    .add(
                            field,
                            bureau.name() + "没有“" + name + "”；可用的有：" + all(),
                            "There is no unit " + name + " in " + bureau.code() + "; there are: " + all());
        }
        return code;
    }

    private String example() {
        return sections.isEmpty() ? bureau.name() : sections.getFirst().name();
    }

    private String all() {
        return sections.isEmpty()
                ? "（尚未登记科室）"
                : sections.stream()
                        .map(unit -> unit.name() + "（" + unit.code() + "）")
                        .collect(Collectors.joining("、"));
    }

    private static boolean belongs(Known unit, Collective collective) {
        return switch (collective) {
            case ALL_SECTIONS -> unit.kind() == UnitKind.SECTION;
            case ALL_INSTITUTIONS -> unit.kind() == UnitKind.INSTITUTION;
        };
    }
}
