package io.mingjing.benchmark.city;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The offices of a city that was made up: bureaus, their sections, the windows of each section in one hall, and the
 * matters that all of them serve. Codes and names are the same whenever the sizes are.
 */
public record CityPlan(List<Unit> units, List<Window> windows, List<String> matters) {

    /** The root that the issuer's client may act for. */
    static final String CITY = "GY";

    static final String HALL = "BM-HALL";

    /** @param parent code of the unit above; null at the root */
    public record Unit(
            String code,
            String name,
            String kind,
            @org.jspecify.annotations.Nullable String parent) {}

    public record Window(String code, String name, String ownerUnit) {}

    public CityPlan {
        units = List.copyOf(units);
        windows = List.copyOf(windows);
        matters = List.copyOf(matters);
    }

    /** Spreads windows over sections, five to a section, and sections over bureaus, six to a bureau. */
    public static CityPlan ofWindows(int count) {
        int sections = Math.ceilDiv(count, 5);
        List<Unit> units = new ArrayList<>();
        units.add(new Unit(CITY, "广元市", "CITY", null));
        IntStream.range(0, Math.ceilDiv(sections, 6))
                .forEach(bureau -> units.add(new Unit(bureau(bureau), "第" + bureau + "局（演示）", "BUREAU", CITY)));
        IntStream.range(0, sections)
                .forEach(section ->
                        units.add(new Unit(section(section), "第" + section + "科（演示）", "SECTION", bureau(section / 6))));
        List<Window> windows = IntStream.range(0, count)
                .mapToObj(window -> new Window("BM-W%05d".formatted(window), window + "号窗口（演示）", section(window / 5)))
                .toList();
        List<String> matters =
                IntStream.range(0, 20).mapToObj("BM-M%02d"::formatted).toList();
        return new CityPlan(units, windows, matters);
    }

    private static String bureau(int number) {
        return "BM-B%03d".formatted(number);
    }

    private static String section(int number) {
        return "BM-S%04d".formatted(number);
    }
}
