package io.mingjing.evaluation.place.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rule for whom something belongs to, day by day: the newest entry that has begun counts. */
final class Owners {

    /** The first owner has owned ever since: visits of the days before the registration have one as well. */
    static final LocalDate EVER_SINCE = LocalDate.of(2000, 1, 1);

    private Owners() {}

    static List<Owner> oldestFirst(Collection<Owner> owners) {
        return owners.stream().sorted(Comparator.comparing(Owner::fromDay)).toList();
    }

    /** The unit of a day; empty before the first entry. */
    static Optional<String> on(List<Owner> oldestFirst, LocalDate day) {
        for (Owner owner : oldestFirst.reversed()) {
            if (!owner.fromDay().isAfter(day)) {
                return Optional.of(owner.unit());
            }
        }
        return Optional.empty();
    }

    /** Passes to another from a day on; what was planned for that day or later is replaced. */
    static void pass(Set<Owner> owners, String unit, LocalDate fromDay) {
        owners.removeIf(owner -> !owner.fromDay().isBefore(fromDay));
        owners.add(new Owner(fromDay, unit));
    }
}
