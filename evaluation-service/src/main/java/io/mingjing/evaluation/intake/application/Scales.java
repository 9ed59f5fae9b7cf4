package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.intake.domain.ReasonList;
import io.mingjing.evaluation.intake.domain.ReasonList.LocalReason;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.intake.domain.Scale.Reason;
import io.mingjing.evaluation.intake.persistence.ReasonListStore;
import io.mingjing.evaluation.intake.persistence.ScaleStore;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scale in force on a day, with the city's own reasons. Held in memory: a version begins on a later day than the one
 * on which it is written, so being a few seconds behind another replica judges no rating by the wrong one.
 */
@Singleton
public class Scales {

    /** Said after a version was written; the scales are read anew once it is committed. */
    record Changed(int version) {}

    /** What was read, by the first day of each combination. */
    private record Known(NavigableMap<LocalDate, Scale> byDay, Set<String> integrity) {

        Scale on(LocalDate day) {
            Map.Entry<LocalDate, Scale> begun = byDay.floorEntry(day);
            return (begun == null ? byDay.firstEntry() : begun).getValue();
        }
    }

    private final ScaleStore scales;
    private final ReasonListStore lists;
    private volatile @Nullable Known known;

    Scales(ScaleStore scales, ReasonListStore lists) {
        this.scales = scales;
        this.lists = lists;
    }

    public Scale on(LocalDate day) {
        return known().on(day);
    }

    /** The same without a look at the database; empty until somebody has read them. */
    Optional<Scale> atHand(LocalDate day) {
        return Optional.ofNullable(known).map(read -> read.on(day));
    }

    /** All combinations there ever were or will be, newest first; a version may be there several times. */
    public List<Scale> all() {
        return List.copyOf(known().byDay().descendingMap().values());
    }

    /** Whether a reason, of whatever version, goes to city discipline and into no tally. */
    public boolean isIntegrity(String reason) {
        return known().integrity().contains(reason);
    }

    /** Reads them anew. */
    public void refresh() {
        known = read();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed event) {
        known = null;
    }

    private Known known() {
        Known read = known;
        if (read == null) {
            read = read();
            known = read;
        }
        return read;
    }

    private Known read() {
        List<Scale> national = scales.all();
        List<ReasonList> local = lists.all();
        NavigableMap<LocalDate, Scale> byDay = new TreeMap<>();
        Stream.concat(national.stream().map(Scale::fromDay), local.stream().map(ReasonList::fromDay))
                .forEach(day -> byDay.put(day, inForce(national, local, day)));
        return new Known(
                byDay,
                local.stream()
                        .flatMap(list -> list.reasons().stream())
                        .map(LocalReason::reason)
                        .filter(Reason::integrity)
                        .map(Reason::code)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Both newest first. */
    private static Scale inForce(List<Scale> national, List<ReasonList> local, LocalDate day) {
        Scale scale = national.stream()
                .filter(one -> !one.fromDay().isAfter(day))
                .findFirst()
                .orElse(national.getLast());
        return local.stream()
                .filter(one -> !one.fromDay().isAfter(day))
                .findFirst()
                .map(scale::with)
                .orElse(scale);
    }
}
