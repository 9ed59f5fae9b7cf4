package io.mingjing.benchmark;

import io.mingjing.benchmark.check.Acknowledged;
import io.mingjing.benchmark.check.NothingMissing;
import io.mingjing.benchmark.city.Founding;
import io.mingjing.benchmark.city.Ratings;
import io.mingjing.benchmark.city.Visit;
import io.mingjing.benchmark.city.VisitFeed;
import io.mingjing.benchmark.day.DayCount;
import io.mingjing.benchmark.day.DayPlan;
import io.mingjing.benchmark.day.Mixing;
import io.mingjing.benchmark.load.Load;
import io.mingjing.benchmark.load.Outcome;
import io.mingjing.benchmark.machine.Machine;
import io.mingjing.benchmark.parts.Evaluation;
import io.mingjing.benchmark.report.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A made-up city's whole day: registered, rated over HTTP, mixed at 18:00 and counted again. */
final class DemoDay {

    /** A working day at whose slot, by the provisional calendar, sections and bureaus gather what windows left over. */
    static final LocalDate DAY = LocalDate.of(2026, 3, 19);

    private static final int CONNECTIONS = 64;
    private static final double NO_END = 3_600;
    private static final double MIXED_WITHIN_SECONDS = 120;

    private final Options options;
    private final Path home;
    private final Path directory;
    private final Voice voice;

    DemoDay(Options options, Path home, Path directory, Voice voice) {
        this.options = options;
        this.home = home;
        this.directory = directory;
        this.voice = voice;
    }

    /**
     * What came of the day.
     *
     * @param refused answers other than 2xx
     * @param missing acknowledged ratings that were not found before the mixing
     * @param otherWindows windows whose leaf says something else than was sent there
     * @param otherLeaves leaves whose sums are not those of their rows
     */
    record Day(
            int planned,
            long accepted,
            long refused,
            long missing,
            DayCount.Balance balance,
            long receipts,
            int windowLeaves,
            int otherWindows,
            long otherLeaves,
            double mixingSeconds) {

        boolean nothingLost() {
            return refused == 0
                    && missing == 0
                    && accepted == planned
                    && balance.accepted() == planned
                    && balance.balanced()
                    && receipts == balance.mixed()
                    && otherWindows == 0
                    && otherLeaves == 0;
        }
    }

    Day run() {
        Machine.facts().forEach(fact -> voice.say("%s", fact));
        DayPlan plan = DayPlan.of(options.ratings(), options.seed());
        voice.progress(
                "A day 一天: %,d windows, %,d visits, %,d ratings, seed %d",
                plan.city().windows().size(), plan.visits().size(), plan.ratings(), options.seed());
        try (Evaluation evaluation = new Evaluation(home, directory, options.serviceJava());
                Acknowledged log = new Acknowledged(directory.resolve("acknowledged.txt"))) {
            evaluation.startAt(DAY.atTime(9, 0));
            new Founding(evaluation).found(plan.city());
            voice.progress("Registering visits 正在登记办件");
            long began = System.nanoTime();
            List<byte[]> codes = new VisitFeed(evaluation.service(), DAY).register(plan.visits());
            double seconds = (System.nanoTime() - began) / 1e9;
            voice.progress("%,d visits in %.1f s, %,.0f/s", codes.size(), seconds, codes.size() / seconds);
            Ratings ratings = ratings(plan, codes);
            Outcome outcome = new Load(
                            evaluation.service().socket(),
                            ratings.to(evaluation.service().socket().getPort()),
                            0,
                            log)
                    .closed(CONNECTIONS, NO_END);
            voice.progress(
                    "%,d ratings in %.1f s, %,.0f/s, p99 %.1f ms, answers %s",
                    outcome.accepted(), outcome.seconds(), outcome.rate(), outcome.millis(99), outcome.statuses());
            NothingMissing.Finding finding = new NothingMissing(evaluation, ratings).look(log);
            voice.progress("The slot of 18:00 is coming 18:00 混合时点");
            double mixing = Mixing.run(evaluation, DAY);
            Day day = count(plan, ratings, outcome, finding, evaluation, mixing);
            report(day);
            return day;
        }
    }

    private Ratings ratings(DayPlan plan, List<byte[]> codes) {
        Ratings ratings = new Ratings(Long.toString(options.seed(), 36));
        SplittableRandom chance = new SplittableRandom(options.seed() + 1);
        for (int visit : plan.rated()) {
            int number = ratings.visit(codes.get(visit), visit);
            plan.visits().get(visit).matters().forEach(matter -> ratings.add(number, matter, chance));
        }
        return ratings;
    }

    private Day count(
            DayPlan plan,
            Ratings ratings,
            Outcome outcome,
            NothingMissing.Finding finding,
            Evaluation evaluation,
            double mixing) {
        DayCount count = new DayCount(evaluation);
        Map<String, List<Long>> leaves = count.windowLeaves();
        Map<String, long[]> sent = sent(plan, ratings);
        int others = (int) leaves.entrySet().stream()
                .filter(leaf -> !leaf.getValue()
                        .equals(Arrays.stream(sent.getOrDefault(leaf.getKey(), new long[0]))
                                .boxed()
                                .toList()))
                .count();
        return new Day(
                plan.ratings(),
                outcome.accepted(),
                outcome.refused(),
                finding.missing() + finding.otherReceipt(),
                count.balance(),
                count.receipts(),
                leaves.size(),
                others,
                count.leavesWithOtherSums(),
                mixing);
    }

    /** What was sent to each window, at level 1 to 5. */
    private static Map<String, long[]> sent(DayPlan plan, Ratings ratings) {
        Map<String, long[]> sent = new HashMap<>();
        for (int rating = 0; rating < ratings.size(); rating++) {
            Visit visit = plan.visits().get(ratings.origin(rating));
            sent.computeIfAbsent(visit.window(), any -> new long[5])[ratings.level(rating) - 1]++;
        }
        return sent;
    }

    private void report(Day day) {
        DayCount.Balance balance = day.balance();
        voice.say("");
        voice.say(
                "accepted 已收 %,d = pending 待混合 %,d + mixed 已混合 %,d + quarantined 隔离 %,d + tested 自测 %,d  %s",
                balance.accepted(),
                balance.pending(),
                balance.mixed(),
                balance.quarantined(),
                balance.tested(),
                balance.balanced() ? "balanced 平衡" : "NOT BALANCED 不平衡");
        voice.say(
                "mixed %,d in %.1f s, %,.0f/s, from a cold start 冷启动混合",
                balance.mixed(), day.mixingSeconds(), balance.mixed() / day.mixingSeconds());
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Verdict.atMost("mixing 混合用时", day.mixingSeconds(), " s", MIXED_WITHIN_SECONDS));
        verdicts.add(Verdict.atMost("acknowledged and missing 已确认却缺失", day.missing(), "", 0));
        verdicts.add(Verdict.atMost("leaves with other sums than SQL 与 SQL 不符的叶", day.otherLeaves(), "", 0));
        verdicts.add(Verdict.atMost(
                "windows with other sums than sent, of " + day.windowLeaves(), day.otherWindows(), "", 0));
        verdicts.forEach(verdict -> voice.say("%s", verdict.words()));
    }
}
