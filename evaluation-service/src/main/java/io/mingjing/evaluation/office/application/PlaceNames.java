package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Spot;
import jakarta.enterprise.context.ApplicationScoped;

/** What places are called; the code where one is not known any more. */
@ApplicationScoped
public class PlaceNames {

    private final Places places;

    PlaceNames(Places places) {
        this.places = places;
    }

    public String of(String code) {
        return places.catalogue().spot(code).map(Spot::name).orElse(code);
    }
}
