package io.mingjing.evaluation.leaf.domain;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What a gate looks at (anonymity rule K4). Visits are counted, not ratings: further matters of a visit, in the
 * same leaf or in a later one, and whatever is not confirmed, add nothing here, though the sums contain them.
 *
 * @param raters distinct confirmed visits that rated (R)
 * @param poorRaters those among them with a poor rating (P)
 * @param served confirmed finished visits that no leaf has counted yet (V)
 */
public record Turnout(int raters, int poorRaters, int served) {

    public static Turnout of(Collection<Ballot> ballots, int served) {
        Set<ByteBuffer> raters = new HashSet<>();
        Set<ByteBuffer> poor = new HashSet<>();
        for (Ballot ballot : ballots) {
            if (!ballot.fillsGate()) {
                continue;
            }
            ByteBuffer visit = ByteBuffer.wrap(ballot.rating().visitTag());
            raters.add(visit);
            if (ballot.poor()) {
                poor.add(visit);
            }
        }
        return new Turnout(raters.size(), poor.size(), served);
    }
}
