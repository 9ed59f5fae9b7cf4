package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.Scope;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.domain.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What a leaf's place is called: the window's name, or the unit's and that it is the rest of its windows (其余窗口). */
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
        return key.scope() == Scope.WINDOW && place != null ? windowName(place) : unitName(key.ownerUnit()) + "其余窗口";
    }

    /** The name of a window; its code where it is not known any more. */
    String windowName(@Nullable String code) {
        return code == null
                ? ""
                : places.catalogue().window(code).map(Catalogue.Window::name).orElse(code);
    }

    private String unitName(String code) {
        return units.find(code).map(Unit::name).orElse(code);
    }
}
