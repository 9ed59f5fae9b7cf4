package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.intake.domain.Streams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Who comes to a window on a day and rates, drawn at random: some with several matters, some only days later. */
final class SimulatedVisitors {

    private static final double RATES = 0.4;
    private static final double CONFIRMED = 0.95;
    private static final double LATER = 0.2;
    private static final Map<Integer, List<String>> REASONS = Map.of(
            1, List.of("108", "109", "115"),
            2, List.of("213", "214"),
            3, List.of("309", "314"),
            4, List.of("413"),
            5, List.of("510", "517"));

    /** A visit, with what its visitor rated. */
    record Came(String number, boolean confirmed, List<Given> ratings) {}

    private final Random chance;
    private int numbers;

    SimulatedVisitors(Random chance) {
        this.chance = chance;
    }

    List<Came> at(SimulatedCity.Window window, LocalDate day) {
        return IntStream.range(0, poisson(window.visits()))
                .mapToObj(n -> came(window, day))
                .toList();
    }

    private Came came(SimulatedCity.Window window, LocalDate day) {
        String number = "V" + numbers++;
        boolean confirmed = chance.nextDouble() < CONFIRMED;
        List<Given> ratings = new ArrayList<>();
        if (chance.nextDouble() < RATES) {
            int matters = chance.nextInt(10) < 9 ? 1 : 2 + chance.nextInt(4);
            boolean poor = chance.nextDouble() < window.poor();
            LocalDate arrived = chance.nextDouble() < LATER ? day.plusDays(1 + chance.nextInt(2)) : day;
            for (int matter = 0; matter < matters; matter++) {
                int level = poor ? 1 + chance.nextInt(2) : 3 + chance.nextInt(3);
                List<String> codes = REASONS.get(level);
                ratings.add(new Given(
                        number,
                        window.code(),
                        window.owner(),
                        Streams.VISIT,
                        day,
                        arrived,
                        "M-" + (matter == 0 ? chance.nextInt(3) : 3 + matter),
                        level,
                        List.of(codes.get(chance.nextInt(codes.size()))),
                        confirmed || !window.feed()));
            }
        }
        return new Came(number, confirmed, ratings);
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = chance.nextDouble();
        int drawn = 0;
        while (product > limit) {
            product *= chance.nextDouble();
            drawn++;
        }
        return drawn;
    }
}
