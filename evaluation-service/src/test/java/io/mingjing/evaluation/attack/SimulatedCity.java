package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.leaf.domain.OwnerTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Three bureaus with three sections each and three windows a section: quiet and busy ones, good and bad ones. */
record SimulatedCity(List<Window> windows, OwnerTree tree) {

    private static final double[] VISITS_A_DAY = {0.5, 1, 2, 3, 5, 10, 25};
    private static final double[] POOR = {0.02, 0.05, 0.08, 0.2, 0.4};
    private static final int WITHOUT_FEED = 9;

    /**
     * A window.
     *
     * @param visits mean number of visits a day
     * @param poor share of raters who are dissatisfied
     */
    record Window(String code, String owner, boolean feed, double visits, double poor) {}

    static SimulatedCity of(Random chance) {
        return of(chance, any -> POOR[chance.nextInt(POOR.length)]);
    }

    /** @param poor share of dissatisfied raters of the nth window */
    static SimulatedCity of(Random chance, IntToDoubleFunction poor) {
        Map<String, OwnerTree.Unit> units = new HashMap<>();
        units.put("GY", new OwnerTree.Unit("CITY", null));
        List<Window> windows = new ArrayList<>();
        for (int bureau = 1; bureau <= 3; bureau++) {
            units.put("B" + bureau, new OwnerTree.Unit("BUREAU", "GY"));
            for (int section = 1; section <= 3; section++) {
                String owner = "B" + bureau + "-S" + section;
                units.put(owner, new OwnerTree.Unit("SECTION", "B" + bureau));
                for (int window = 1; window <= 3; window++) {
                    windows.add(new Window(
                            owner + "-W" + window,
                            owner,
                            windows.size() % WITHOUT_FEED != WITHOUT_FEED - 1,
                            VISITS_A_DAY[chance.nextInt(VISITS_A_DAY.length)],
                            poor.applyAsDouble(windows.size())));
                }
            }
        }
        return new SimulatedCity(List.copyOf(windows), new OwnerTree(units));
    }

    /** The bureau of an owner. */
    static String bureau(String owner) {
        return owner.substring(0, 2);
    }
}
