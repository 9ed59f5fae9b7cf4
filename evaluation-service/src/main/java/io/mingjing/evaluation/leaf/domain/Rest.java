package io.mingjing.evaluation.leaf.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is left over at a slot, gathered one level up the owner's tree.
 *
 * @param gathered pools of that level
 * @param untouched pools whose owner has nobody at that level, or which may not become leaves there
 */
public record Rest(List<Pool> gathered, List<Pool> untouched) {

    public Rest {
        gathered = List.copyOf(gathered);
        untouched = List.copyOf(untouched);
    }

    public static Rest ofSections(List<Pool> left, OwnerTree tree) {
        return gather(left, Scope.SECTION_REST, tree::sectionOf);
    }

    public static Rest ofBureaus(List<Pool> left, OwnerTree tree) {
        return gather(left, Scope.BUREAU_REST, tree::bureauOf);
    }

    public static Rest ofCity(List<Pool> left, OwnerTree tree) {
        return gather(left, Scope.CITY, owner -> Optional.of(tree.cityOf(owner)));
    }

    private static Rest gather(List<Pool> left, Scope scope, Function<String, Optional<String>> gatherer) {
        Map<PoolKey, List<Pool>> groups = new LinkedHashMap<>();
        List<Pool> untouched = new ArrayList<>();
        for (Pool pool : left) {
            gatherer.apply(pool.key().ownerUnit())
                    .map(unit -> new PoolKey(scope, null, unit, pool.key().stream()))
                    .filter(PoolKey::mayClose)
                    .ifPresentOrElse(
                            key -> groups.computeIfAbsent(key, any -> new ArrayList<>())
                                    .add(pool),
                            () -> untouched.add(pool));
        }
        List<Pool> gathered = new ArrayList<>();
        groups.forEach((key, pools) -> gathered.add(Pool.gathered(key, pools)));
        return new Rest(gathered, untouched);
    }
}
