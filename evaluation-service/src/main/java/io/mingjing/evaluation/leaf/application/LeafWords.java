package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.Scope;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Spot;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What a leaf's place is called: the place's name, or the unit's and that it is the rest of its windows (其余窗口) or all of its points (各评价点). */
@ApplicationScoped
class LeafWords {

    private final Places places;
    private final Units units;

    LeafWords(Places places, Units units) {
        this.places = places;
        this.units = units;
    }

    String nameOf(PoolKey key) {
        String place = key.place();
        return key.scope() == Scope.WINDOW && place != null
                ? windowName(place)
                : units.nameOf(key.ownerUnit()) + rest(key);
    }

    /** The name of a window, or of whatever else is rated: a rating point, a unit; its code where it is not known any more. */
    String windowName(@Nullable String code) {
        return code == null ? "" : places.catalogue().spot(code).map(Spot::name).orElseGet(() -> units.nameOf(code));
    }

    private static String rest(PoolKey key) {
        return key.stream().equals(Streams.VISIT) ? "其余窗口" : "各评价点";
    }
}
