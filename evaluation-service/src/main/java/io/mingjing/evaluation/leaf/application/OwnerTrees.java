package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.OwnerTree;
import io.mingjing.evaluation.leaf.domain.Pool;
import io.mingjing.evaluation.place.application.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The part of the organisation that a slot's leftovers belong to. */
@ApplicationScoped
class OwnerTrees {

    private final Units units;

    OwnerTrees(Units units) {
        this.units = units;
    }

    OwnerTree above(Collection<Pool> pools) {
        Map<String, OwnerTree.Unit> known = new HashMap<>();
        pools.stream()
                .map(pool -> pool.key().ownerUnit())
                .distinct()
                .flatMap(owner -> units.upwards(owner).stream())
                .forEach(unit -> known.put(unit.code(), new OwnerTree.Unit(unit.kind(), unit.parent())));
        return new OwnerTree(known);
    }
}
