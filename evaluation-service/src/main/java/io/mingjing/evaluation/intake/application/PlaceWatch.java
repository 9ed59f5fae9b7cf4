package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationConfig;
import java.time.Duration;
import java.time.Instant;

/** What was noticed of a place since midnight; kept in memory, for the whole place and for nobody in particular. */
final class PlaceWatch {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);
    private static final int BEST = 5;

    private final EvaluationConfig.Radar config;
    private Instant minuteFrom = Instant.MIN;
    private int inMinute;
    private Instant fivesFrom = Instant.MIN;
    private int fives;
    private int raters;
    private long visits = -1;
    private Instant askedAt = Instant.MIN;

    PlaceWatch(EvaluationConfig.Radar config) {
        this.config = config;
    }

    /** Counts a rating. @return whether there were too many within a minute */
    synchronized boolean hurries(Instant now) {
        if (now.isAfter(minuteFrom.plus(MINUTE))) {
            minuteFrom = now;
            inMinute = 0;
        }
        return ++inMinute > config.placePerMinute();
    }

    /** Counts a level. @return whether it is one of a burst of all-five */
    synchronized boolean bursts(int level, Instant now) {
        boolean over = fives > 0 && now.isAfter(fivesFrom.plus(config.fiveWithin()));
        if (level != BEST || over) {
            fives = 0;
        }
        if (level == BEST && fives++ == 0) {
            fivesFrom = now;
        }
        return fives >= config.fiveBurst();
    }

    /** Counts a further rater. */
    synchronized void rater() {
        raters++;
    }

    /**
     * Whether more rated than were served. How many were served is asked for only when those that were known are not
     * enough, and at most every few seconds.
     */
    boolean exceeds(Served served, boolean feed, Instant now) {
        if (asks(now)) {
            // Outside the lock: a slow database holds nobody up who rates at this place.
            known(served.count());
        }
        return over(feed);
    }

    private synchronized boolean asks(Instant now) {
        boolean asks = raters > visits && now.isAfter(askedAt.plus(ASK_AGAIN));
        if (asks) {
            askedAt = now;
        }
        return asks;
    }

    private synchronized void known(long served) {
        visits = served;
    }

    private synchronized boolean over(boolean feed) {
        return visits >= 0 && raters > visits && (feed || visits > 0);
    }

    /** Counts finished visits; a number no rating reaches where they cannot be counted. */
    @FunctionalInterface
    interface Served {
        long count();
    }
}
