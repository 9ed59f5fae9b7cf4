package io.mingjing.evaluation.code.web;

import io.mingjing.evaluation.code.domain.PostedCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How place codes lie on printed pages. */
final class Sheets {

    private Sheets() {}

    /**
     * A code with what is printed beside it.
     *
     * @param hall name of the hall; empty where the place is in none
     * @param unit code of the unit that owns the place
     * @param picture the QR code as SVG; empty where it is not shown
     */
    record Label(int number, String place, String hall, String unit, PostedCode code, String picture) {

        /** The number as people compare it. */
        public String grouped() {
            return String.format("%010d", number).replaceAll("(\\d{4})(\\d{3})(\\d{3})", "$1 $2 $3");
        }

        Label with(String drawn) {
            return new Label(number, place, hall, unit, code, drawn);
        }
    }

    /** Something all of whose codes can be printed at once. */
    record Choice(String value, String name, long codes) {}

    /** How many codes a page of A4 holds. */
    enum PerPage {
        ONE(1),
        SIX(6),
        TWELVE(12);

        private final int codes;

        PerPage(int codes) {
            this.codes = codes;
        }

        public int codes() {
            return codes;
        }

        /** One to a page where nothing else is asked for. */
        static PerPage of(@Nullable String asked) {
            return Arrays.stream(values())
                    .filter(layout -> String.valueOf(layout.codes).equals(asked))
                    .findFirst()
                    .orElse(ONE);
        }
    }

    static List<List<Label>> pages(List<Label> labels, PerPage layout) {
        List<List<Label>> pages = new ArrayList<>();
        for (int first = 0; first < labels.size(); first += layout.codes()) {
            pages.add(labels.subList(first, Math.min(first + layout.codes(), labels.size())));
        }
        return pages;
    }

    static List<Choice> choices(List<Label> labels, Function<Label, String> key, Function<String, String> name) {
        return labels.stream()
                .map(key)
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .map(value -> new Choice(
                        value,
                        name.apply(value),
                        labels.stream()
                                .filter(label -> key.apply(label).equals(value))
                                .count()))
                .toList();
    }
}
