package io.mingjing.evaluation.attack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an attacker has of one rater: who he is, and where every trace of him lies. More than anybody could have: the
 * row keys are given to him.
 *
 * @param truth names the rating, inside sealed content only
 * @param h key of the row in the intake, in hexadecimal
 * @param receipt hash of the receipt, in hexadecimal
 * @param number of the visit
 * @param orders texts that sort, by the name of the order
 */
record KnownRater(String truth, String h, String receipt, String number, Map<String, String> orders) {

    KnownRater(String truth, String h, String receipt, String number, String visitTag) {
        this(truth, h, receipt, number, new HashMap<>());
        orders.put("arrival", truth);
        orders.put("intake key", h);
        orders.put("receipt hash", receipt);
        orders.put("visit number", number);
        orders.put("visit tag", visitTag);
    }

    /** The first sighting counts: that is the one nearest to the arrival. */
    void seen(String order, String text) {
        orders.putIfAbsent(order, text);
    }

    Optional<Aligner.Row> in(Map<String, String> leafOf) {
        return Optional.ofNullable(leafOf.get(truth)).map(leaf -> new Aligner.Row(leaf, truth, Map.copyOf(orders)));
    }
}
