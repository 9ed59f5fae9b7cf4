package io.mingjing.task.organisation.application;

import io.mingjing.task.organisation.domain.Unit;
import io.mingjing.task.organisation.domain.UnitKind;
import io.mingjing.task.organisation.persistence.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the other aggregates may ask about units. */
@ApplicationScoped
public class Units {

    /** A unit as others need to know it. */
    public record Known(String code, String name, UnitKind kind) {}

    private final UnitRepository units;

    Units(UnitRepository units) {
        this.units = units;
    }

    public Optional<Known> byCode(String code) {
        return units.findByIdOptional(code)
                .filter(unit -> unit.facts().active())
                .map(Units::known);
    }

    /** The active units directly under one, in order of their codes. */
    public List<Known> under(String code) {
        return units.under(code).stream().map(Units::known).toList();
    }

    /**
     * The bureau a unit belongs to: itself, or the unit a section or institution stands under. Used to find who
     * coordinates.
     */
    public Optional<Known> bureauOf(String code) {
        return units.findByIdOptional(code).flatMap(unit -> switch (unit.kind()) {
            case CITY, CITY_OFFICE, BUREAU -> Optional.of(known(unit));
            case SECTION, INSTITUTION -> unit.parent().flatMap(this::byCode);
        });
    }

    /** Names by code, for people to read; a code nobody knows stands for itself. */
    public Map<String, String> names(Collection<String> codes) {
        Map<String, String> found = units.withCodes(codes).stream().collect(Collectors.toMap(Unit::code, Unit::name));
        return codes.stream().distinct().collect(Collectors.toMap(Function.identity(), c -> found.getOrDefault(c, c)));
    }

    private static Known known(Unit unit) {
        return new Known(unit.code(), unit.name(), unit.kind());
    }
}
