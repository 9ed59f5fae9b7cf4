package io.mingjing.benchmark.day;

import io.mingjing.benchmark.city.CityPlan;
import io.mingjing.benchmark.city.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A city's day, the same for the same seed and size: who was served where, who of them rates, and in which minute.
 *
 * <p>Windows: one for about 330 ratings, at least 20. Their share of the visits is drawn log-normally, so that some see
 * many times what others do. Of ten visits seven have one matter, two have two and one has three; seven of ten raise a
 * rating for each matter. Minutes are drawn from the curve of a working day with a peak at 10:00 and a flatter one at
 * 15:00; a visit is rated up to half an hour after it ended.
 *
 * @param visits all that were served, window by window
 * @param rated numbers of the visits that are rated, each for all of its matters, in the order in which they rate
 * @param ratings how many ratings that makes
 */
public record DayPlan(CityPlan city, List<Visit> visits, List<Integer> rated, int ratings) {

    private static final int RATINGS_A_WINDOW = 330;
    private static final int FEWEST_WINDOWS = 20;
    private static final double SPREAD = 0.7;
    private static final int RATING_PERCENT = 70;

    /** Visits that end in each half hour from 09:00, relative to each other; nobody ends one over noon. */
    private static final int[] CURVE = {6, 10, 13, 12, 9, 5, 0, 0, 0, 5, 8, 10, 10, 8, 4};

    private static final int MINUTES = 30;
    private static final int LATEST_RATER = 30;

    /** One visit on its way to be rated. */
    private record Rater(int visit, int minute, long chance) {}

    public DayPlan {
        visits = List.copyOf(visits);
        rated = List.copyOf(rated);
    }

    /** @param ratings of the day; the last visit is cut to make them exactly so many */
    public static DayPlan of(int ratings, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        CityPlan city = CityPlan.ofWindows(Math.max(FEWEST_WINDOWS, ratings / RATINGS_A_WINDOW));
        double[] upTo = shares(city.windows().size(), chance);
        List<List<Visit>> byWindow = new ArrayList<>();
        city.windows().forEach(window -> byWindow.add(new ArrayList<>()));
        List<List<Rater>> raters = new ArrayList<>();
        city.windows().forEach(window -> raters.add(new ArrayList<>()));
        int planned = 0;
        int number = 0;
        while (planned < ratings) {
            int window = drawn(upTo, chance.nextDouble());
            boolean rates = chance.nextInt(100) < RATING_PERCENT;
            int most = rates ? ratings - planned : 3;
            Visit visit = visit(number++, city, window, most, chance);
            List<Visit> here = byWindow.get(window);
            if (rates) {
                planned += visit.matters().size();
                raters.get(window).add(new Rater(here.size(), minute(chance), chance.nextLong()));
            }
            here.add(visit);
        }
        return arranged(city, byWindow, raters, planned);
    }

    /** Visits in one row, window by window, and raters in one row, by the minute. */
    private static DayPlan arranged(CityPlan city, List<List<Visit>> byWindow, List<List<Rater>> raters, int ratings) {
        List<Visit> visits = new ArrayList<>();
        List<Rater> all = new ArrayList<>();
        for (int window = 0; window < byWindow.size(); window++) {
            int first = visits.size();
            raters.get(window)
                    .forEach(rater -> all.add(new Rater(first + rater.visit(), rater.minute(), rater.chance())));
            visits.addAll(byWindow.get(window));
        }
        List<Integer> order = all.stream()
                .sorted((one, other) -> one.minute() == other.minute()
                        ? Long.compare(one.chance(), other.chance())
                        : Integer.compare(one.minute(), other.minute()))
                .map(Rater::visit)
                .toList();
        return new DayPlan(city, visits, order, ratings);
    }

    private static Visit visit(int number, CityPlan city, int window, int most, SplittableRandom chance) {
        int drawn = chance.nextInt(10);
        int matters = Math.min(most, drawn < 7 ? 1 : drawn < 9 ? 2 : 3);
        int first = chance.nextInt(city.matters().size() - matters + 1);
        return new Visit(
                "DAY-" + number,
                city.windows().get(window).code(),
                city.matters().subList(first, first + matters));
    }

    /** Shares of the windows, each added to those before it. */
    private static double[] shares(int windows, SplittableRandom chance) {
        double[] upTo = new double[windows];
        double sum = 0;
        for (int window = 0; window < windows; window++) {
            sum += Math.exp(SPREAD * chance.nextGaussian());
            upTo[window] = sum;
        }
        for (int window = 0; window < windows; window++) {
            upTo[window] /= sum;
        }
        return upTo;
    }

    private static int drawn(double[] upTo, double chance) {
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (upTo[middle] < chance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int minute(SplittableRandom chance) {
        int drawn = chance.nextInt(100);
        int half = 0;
        while (drawn >= CURVE[half]) {
            drawn -= CURVE[half];
            half++;
        }
        return half * MINUTES + chance.nextInt(MINUTES) + chance.nextInt(LATEST_RATER);
    }
}
