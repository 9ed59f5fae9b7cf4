package io.mingjing.local.supervise;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Writes the business clock down again and again. A killed supervisor cannot write down when it ended; the interval is
 * how far back that may leave the clock.
 */
final class Timekeeper {

    private final Runnable write;
    private final Duration every;
    private final Voice voice;
    private boolean failing;

    Timekeeper(Runnable write, Duration every, Voice voice) {
        this.write = write;
        this.every = every;
        this.voice = voice;
    }

    /** Writes until it is asked to stop or interrupted. */
    void keep(BooleanSupplier stopping) {
        while (!stopping.getAsBoolean()) {
            remember();
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Writes once. Failing, such as on a full disk, is said once for as long as it lasts, and the next time is tried. */
    synchronized void remember() {
        try {
            write.run();
            failing = false;
        } catch (RuntimeException failed) {
            if (!failing) {
                voice.say("The clock could not be written down, it is tried again 业务时钟未能保存, 将继续尝试: " + failed);
            }
            failing = true;
        }
    }
}
