package io.mingjing.evaluation.leaf.domain;

/**
 * The condition under which a pool becomes a leaf (anonymity rule K3). Nothing else closes one: no level, arrival or age
 * of a rating. Raters − poor is the one term that depends on levels; the {@link Draw} covers it.
 *
 * @param raters least number of raters (k)
 * @param served least number of visits served; 0 where a stream has no visits
 */
public record Gate(int raters, int served) {

    /** Below this no k may be configured. */
    public static final int FLOOR = 3;

    /** At least so many raters must not be dissatisfied, or the leaf would name them all. */
    public static final int CONTENT = 2;

    public Gate {
        if (raters < FLOOR) {
            throw new IllegalArgumentException("k is at least " + FLOOR + ", not " + raters);
        }
    }

    /**
     * The gate of a place.
     *
     * @param k raters needed where an independent queue or approval feed confirms visits; without one, clerk-made visits
     *     count and twice as many are needed
     */
    public static Gate forVisits(int k, boolean independentFeed) {
        int raters = independentFeed ? k : 2 * k;
        return new Gate(raters, 2 * raters);
    }

    /** The gate of a stream of tickets, such as place codes: nobody knows how many were served. */
    public static Gate forTickets(int k) {
        return new Gate(k, 0);
    }

    /** The gate of contested ratings: as many raters as for visits, for the same visits vouch for them. */
    public static Gate forContested(int k, boolean independentFeed) {
        return new Gate(forVisits(k, independentFeed).raters(), 0);
    }

    /**
     * @param drawn whether the slot's draw lets the pool pass
     */
    public boolean closes(Turnout turnout, boolean drawn) {
        return turnout.raters() >= raters
                && turnout.served() >= served
                && turnout.raters() - turnout.poorRaters() >= CONTENT
                && drawn;
    }
}
