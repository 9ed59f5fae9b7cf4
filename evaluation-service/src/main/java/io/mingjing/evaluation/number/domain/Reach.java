package io.mingjing.evaluation.number.domain;

import java.util.List;

/** Whose figures a person may read. */
public sealed interface Reach {

    /** All bureaus: the city side. */
    record Everything() implements Reach {}

    /** Some units and whatever lies below them. */
    record Units(List<String> codes) implements Reach {

        public Units {
            codes = List.copyOf(codes);
        }
    }
}
