package io.mingjing.evaluation.leaf.domain;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which unit gathers what the windows of another left over. A unit that nobody knows leaves its rest to the city. */
public record OwnerTree(Map<String, Unit> units) {

    /** Gathers city leaves where the city itself is not known yet. */
    public static final String UNKNOWN_CITY = "CITY";

    /** A unit with its place in the tree, kinds as in kernel.event.OrganisationEvent. */
    public record Unit(String kind, @Nullable String parent) {}

    public OwnerTree {
        units = Map.copyOf(units);
    }

    /** The section that gathers for an owner: itself, if it is a section or an institution. */
    public Optional<String> sectionOf(String owner) {
        Unit unit = units.get(owner);
        return unit != null && (unit.kind().equals("SECTION") || unit.kind().equals("INSTITUTION"))
                ? Optional.of(owner)
                : Optional.empty();
    }

    /** The bureau, or the city's own office, at or above an owner. */
    public Optional<String> bureauOf(String owner) {
        return climb(owner, Set.of("BUREAU", "CITY_OFFICE"));
    }

    /** The city that an owner lies in. */
    public String cityOf(String owner) {
        return climb(owner, Set.of("CITY")).orElseGet(this::anyCity);
    }

    private String anyCity() {
        return units.entrySet().stream()
                .filter(entry -> entry.getValue().kind().equals("CITY"))
                .map(Map.Entry::getKey)
                .min(String::compareTo)
                .orElse(UNKNOWN_CITY);
    }

    private Optional<String> climb(String from, Set<String> kinds) {
        Set<String> seen = new HashSet<>();
        String code = from;
        while (code != null && seen.add(code)) {
            Unit unit = units.get(code);
            if (unit == null) {
                return Optional.empty();
            }
            if (kinds.contains(unit.kind())) {
                return Optional.of(code);
            }
            code = unit.parent();
        }
        return Optional.empty();
    }
}
