package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** The places at which a place code may hang, as they are registered. */
@ApplicationScoped
public class PostedPlaces {

    /**
     * A place.
     *
     * @param hall name of the hall it is in
     * @param ownerUnit unit that owned it on the day that was asked for
     */
    public record PostedPlace(String code, String name, String hall, String ownerUnit) {}

    private final Places places;

    PostedPlaces(Places places) {
        this.places = places;
    }

    /** A place on a day; empty where there is none of this code. */
    public Optional<PostedPlace> on(String place, LocalDate day) {
        return places.catalogue().window(place).map(window -> of(window, day));
    }

    private static PostedPlace of(Catalogue.Window window, LocalDate day) {
        return new PostedPlace(window.code(), window.name(), window.hall(), window.ownerOn(day));
    }
}
