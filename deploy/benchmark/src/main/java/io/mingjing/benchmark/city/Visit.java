package io.mingjing.benchmark.city;

import java.util.List;

/**
 * A finished visit.
 *
 * @param number unique in the city
 * @param window code of the window
 * @param matters codes of its matters
 */
public record Visit(String number, String window, List<String> matters) {

    public Visit {
        matters = List.copyOf(matters);
    }
}
