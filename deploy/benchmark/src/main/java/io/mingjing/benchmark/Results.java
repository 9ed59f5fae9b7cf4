package io.mingjing.benchmark;

import io.mingjing.benchmark.check.NothingMissing;
import io.mingjing.benchmark.report.Series;
import io.mingjing.benchmark.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What the rounds gave, and what it says about the goals: ratios of one run, and one bound in milliseconds. */
final class Results {

    private static final double TIMES_PGBENCH = 1.2;
    private static final double TIMES_PLAIN = 4;
    private static final double P99_MILLIS = 25;

    private final Series ours = new Series();
    private final Map<Integer, Series> pgbench = new TreeMap<>();
    private final Series plain = new Series();
    private final Series p99 = new Series();

    void ours(double rate) {
        ours.add(rate);
    }

    void pgbench(int clients, double rate) {
        pgbench.computeIfAbsent(clients, any -> new Series()).add(rate);
    }

    void plain(double rate) {
        plain.add(rate);
    }

    void p99(double millis) {
        p99.add(millis);
    }

    /** Median rate of the intake; empty where it was not measured. */
    OptionalDouble ownRate() {
        return ours.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(ours.median());
    }

    /** The table, and a verdict for each goal that was measured. */
    void print(NothingMissing.Finding finding, Voice voice) {
        voice.say("");
        row(voice, "durable ratings per second 每秒持久评价数", "median (least … most) 中位数（最小 … 最大）");
        pgbench.forEach((clients, rates) -> row(voice, "pgbench single-row insert, c=" + clients, rates.words(0)));
        if (!plain.isEmpty()) {
            row(voice, "Quarkus, Hibernate, a transaction each, c=64", plain.words(0));
        }
        if (!ours.isEmpty()) {
            row(voice, "ours over HTTP, c=64 本系统", ours.words(0));
        }
        if (!p99.isEmpty()) {
            row(voice, "p99 of ours at half its own rate, open loop", p99.words(1) + " ms");
        }
        voice.say(
                "acknowledged 已确认 %,d, rows stored 已存 %,d, asked again 重发 %,d",
                finding.acknowledged(), finding.stored(), finding.asked());
        voice.say("");
        verdicts(finding).forEach(verdict -> voice.say("%s", verdict.words()));
    }

    private List<Verdict> verdicts(NothingMissing.Finding finding) {
        List<Verdict> verdicts = new ArrayList<>();
        if (!ours.isEmpty() && !pgbench.isEmpty()) {
            double best =
                    pgbench.values().stream().mapToDouble(Series::median).max().orElseThrow();
            verdicts.add(Verdict.atLeast("ours / pgbench's best", ours.median() / best, "×", TIMES_PGBENCH));
        }
        if (!ours.isEmpty() && !plain.isEmpty()) {
            verdicts.add(Verdict.atLeast("ours / Hibernate service", ours.median() / plain.median(), "×", TIMES_PLAIN));
        }
        if (!p99.isEmpty()) {
            verdicts.add(Verdict.atMost("p99 at half load", p99.median(), " ms", P99_MILLIS));
        }
        verdicts.add(Verdict.atMost("acknowledged and missing 已确认却缺失", finding.missing(), "", 0));
        verdicts.add(Verdict.atMost("asked again, other receipt 重发得到不同回执", finding.otherReceipt(), "", 0));
        return verdicts;
    }

    private static void row(Voice voice, String what, String value) {
        voice.say("%-46s %s", what, value);
    }
}
