package io.mingjing.evaluation.selftest.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.selftest.application.Probe.Result;
import io.mingjing.evaluation.selftest.application.ProbeCodes.ProbeCode;
import io.mingjing.evaluation.selftest.domain.Round;
import io.mingjing.evaluation.selftest.persistence.SelfTests;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * The self-test against a filter of good ratings (好评滤芯): each hour of the service day it sends every level through every
 * channel and counts what lands. The mark lies inside the sealed box, and the mixer takes the test ratings out before
 * anything is counted.
 */
@ApplicationScoped
public class SelfTest {

    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 17;
    private static final int BEST = 5;
    private static final List<Channel> CHANNELS =
            List.of(Channel.PC, Channel.MOBILE, Channel.QR, Channel.COUNTER_TABLET, Channel.TERMINAL, Channel.SMS);
    private static final Logger LOG = Logger.getLogger(SelfTest.class);

    private final ProbeCodes codes;
    private final Probe probe;
    private final SelfTests tests;
    private final BusinessClock clock;
    private final Counter failed;

    SelfTest(ProbeCodes codes, Probe probe, SelfTests tests, BusinessClock clock, MeterRegistry metrics) {
        this.codes = codes;
        this.probe = probe;
        this.tests = tests;
        this.clock = clock;
        this.failed = metrics.counter("mingjing_selftest_failed");
    }

    /** Runs the round of this hour, unless it is night or another process runs it. */
    public void look() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), BusinessClock.ZONE);
        Round round = new Round(now.toLocalDate(), now.getHour());
        if (round.hour() >= FIRST_HOUR && round.hour() <= LAST_HOUR && tests.claim(round)) {
            run(round);
        }
    }

    void run(Round round) {
        boolean alike = true;
        for (Channel channel : CHANNELS) {
            alike &= through(round, channel.name(), () -> codes.ofVisit(channel));
        }
        alike &= through(round, SelfTestReport.PLACE, codes.ofPlace());
        tests.finish(round, alike);
    }

    /** All levels through one channel, in an order of chance; answers whether their answers had one length. */
    private boolean through(Round round, String channel, Supplier<Optional<ProbeCode>> code) {
        Set<Integer> lengths = new HashSet<>();
        for (int level : IntStream.rangeClosed(1, BEST).toArray()) {
            Optional<ProbeCode> one = code.get();
            if (one.isEmpty()) {
                return true;
            }
            switch (probe.rate(one.get(), level)) {
                case Result.Landed(int answerLength) -> {
                    lengths.add(answerLength);
                    tests.count(round.day(), channel, level, true);
                }
                case Result.Failed(String step) -> {
                    failed.increment();
                    LOG.errorf("Self-test: level %d through %s did not land: %s", level, channel, step);
                    tests.count(round.day(), channel, level, false);
                }
            }
        }
        return lengths.size() <= 1;
    }
}
