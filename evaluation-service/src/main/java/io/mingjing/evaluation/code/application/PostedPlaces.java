package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Spot;
import io.mingjing.evaluation.place.domain.SpotKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places that a place code can stand for, as they are registered. */
@ApplicationScoped
public class PostedPlaces {

    /**
     * A place.
     *
     * @param hall name of the hall it is in; null where it is in none
     * @param ownerUnit unit that owned it on the day that was asked for
     */
    public record PostedPlace(
            String code,
            SpotKind kind,
            String name,
            @Nullable String hall,
            String ownerUnit) {

        /** Hall and name, as people say it. */
        public String title() {
            return hall == null ? name : hall + " · " + name;
        }
    }

    private final Places places;

    PostedPlaces(Places places) {
        this.places = places;
    }

    /** A place on a day; empty where there is none of this code. */
    public Optional<PostedPlace> on(String place, LocalDate day) {
        return places.catalogue().spot(place).map(spot -> of(spot, day));
    }

    private static PostedPlace of(Spot spot, LocalDate day) {
        return new PostedPlace(spot.code(), spot.kind(), spot.name(), spot.hall(), spot.ownerOn(day));
    }
}
