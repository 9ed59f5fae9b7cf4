package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.domain.Spot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which matters may be named at a place: those that its owner answers for. Sorted out once for a catalogue and a day. */
@ApplicationScoped
class PlaceMatters {

    /** The form must stay small. */
    private static final int MOST = 40;

    private final Places places;
    private volatile @Nullable Sorted sorted;

    private record Sorted(Catalogue catalogue, LocalDate day, Map<String, List<Catalogue.Item>> byOwner) {}

    private record Owned(String owner, Catalogue.Item matter) {}

    PlaceMatters(Places places) {
        this.places = places;
    }

    List<Catalogue.Item> at(Spot spot, LocalDate day) {
        Catalogue catalogue = places.catalogue();
        Sorted known = sorted;
        if (known == null || known.catalogue() != catalogue || !known.day().equals(day)) {
            known = new Sorted(catalogue, day, byOwner(catalogue, day));
            sorted = known;
        }
        return known.byOwner().getOrDefault(spot.ownerOn(day), List.of());
    }

    private static Map<String, List<Catalogue.Item>> byOwner(Catalogue catalogue, LocalDate day) {
        return catalogue.matters().stream()
                .sorted(Comparator.comparing(Catalogue.Item::code))
                .flatMap(matter -> matter.ownerOn(day).stream().map(owner -> new Owned(owner, matter)))
                .collect(Collectors.groupingBy(
                        Owned::owner, Collectors.collectingAndThen(Collectors.toList(), PlaceMatters::first)));
    }

    private static List<Catalogue.Item> first(List<Owned> owned) {
        return owned.stream().map(Owned::matter).limit(MOST).toList();
    }
}
