package io.mingjing.local.demo;

import java.time.Duration;

/** How long to go on asking something that is on its way. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final long end;

    Patience(Duration limit) {
        this.end = System.nanoTime() + limit.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
