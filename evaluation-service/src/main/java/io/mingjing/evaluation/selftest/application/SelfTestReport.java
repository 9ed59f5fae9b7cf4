package io.mingjing.evaluation.selftest.application;

import io.mingjing.evaluation.selftest.domain.DayResult;
import io.mingjing.evaluation.selftest.persistence.SelfTests;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is published of the self-test: the last {@value #DAYS} days, by channel and level. */
@ApplicationScoped
public class SelfTestReport {

    public static final int DAYS = 30;

    /** Printed place codes among the channels. */
    public static final String PLACE = "PLACE";

    /** A level through a channel over all days. */
    public record Line(String channel, int level, long sent, long landed) {}

    /**
     * @param unlike rounds in which a level was answered other than the rest
     * @param days with at least one test
     * @param allLanded whether everything that was sent landed, and something was
     */
    public record Report(int days, long sent, long landed, boolean allLanded, long unlike, List<Line> lines) {

        public Report {
            lines = List.copyOf(lines);
        }
    }

    private final SelfTests tests;
    private final BusinessClock clock;

    SelfTestReport(SelfTests tests, BusinessClock clock) {
        this.tests = tests;
        this.clock = clock;
    }

    public Report report() {
        List<DayResult> results = tests.since(clock.today().minusDays(DAYS - 1));
        List<Line> lines = new ArrayList<>();
        for (String channel :
                new TreeSet<>(results.stream().map(DayResult::channel).toList())) {
            for (int level = 5; level >= 1; level--) {
                int each = level;
                List<DayResult> some = results.stream()
                        .filter(result -> result.channel().equals(channel) && result.level() == each)
                        .toList();
                lines.add(new Line(
                        channel,
                        level,
                        some.stream().mapToLong(DayResult::sent).sum(),
                        some.stream().mapToLong(DayResult::landed).sum()));
            }
        }
        long sent = results.stream().mapToLong(DayResult::sent).sum();
        long landed = results.stream().mapToLong(DayResult::landed).sum();
        return new Report(
                (int) results.stream().map(DayResult::day).distinct().count(),
                sent,
                landed,
                sent > 0 && sent == landed,
                tests.unlikeSince(clock.today().minusDays(DAYS - 1)),
                lines);
    }
}
