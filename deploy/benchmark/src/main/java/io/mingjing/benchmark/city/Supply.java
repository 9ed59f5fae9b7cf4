package io.mingjing.benchmark.city;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Sees to it that there are enough ratings to send: registers visits as they are needed, before a stretch begins. */
public final class Supply {

    private final CityPlan plan;
    private final VisitFeed feed;
    private final Ratings ratings;
    private final SplittableRandom chance;
    private int visits;

    public Supply(CityPlan plan, VisitFeed feed, Ratings ratings, long seed) {
        this.plan = plan;
        this.feed = feed;
        this.ratings = ratings;
        this.chance = new SplittableRandom(seed);
    }

    /** Registers visits until so many ratings lie ready after the number {@code next}. */
    public void ready(int next, int needed) {
        List<Visit> batch = new ArrayList<>();
        int planned = ratings.size();
        while (planned < next + needed) {
            Visit visit = visit();
            planned += visit.matters().size();
            batch.add(visit);
        }
        List<byte[]> codes = feed.register(batch);
        for (int at = 0; at < batch.size(); at++) {
            int number = ratings.visit(codes.get(at), at);
            for (String matter : batch.get(at).matters()) {
                ratings.add(number, matter, chance);
            }
        }
    }

    /** Seven of ten visits have one matter, two have two, one has three. A thousand in a row are of one window. */
    private Visit visit() {
        int number = visits++;
        int drawn = chance.nextInt(10);
        int matters = drawn < 7 ? 1 : drawn < 9 ? 2 : 3;
        int first = chance.nextInt(plan.matters().size() - matters + 1);
        CityPlan.Window window =
                plan.windows().get(number / 1_000 % plan.windows().size());
        return new Visit("BM-" + number, window.code(), plan.matters().subList(first, first + matters));
    }
}
