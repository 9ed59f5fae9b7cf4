package io.mingjing.local.supervise;

import io.mingjing.local.process.Child;
import io.mingjing.local.process.ChildSpec;
import io.mingjing.local.process.Pids;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps one child running: starts it, and starts it again with growing pauses when it dies, until told to stop. */
final class Keeper {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final Supplier<ChildSpec> spec;
    private final Pids pids;
    private final Voice voice;
    private @Nullable Child child;
    private @Nullable Thread watcher;
    private boolean stopping;

    /** @param spec asked at every start, so that what has to be prepared again is */
    Keeper(Supplier<ChildSpec> spec, Pids pids, Voice voice) {
        this.spec = spec;
        this.pids = pids;
        this.voice = voice;
    }

    /** Starts it, waits until it is ready, and watches it from then on. */
    void start(BooleanSupplier ready, int seconds) {
        Child first = launch();
        if (first == null) {
            return;
        }
        first.awaitReady(ready, seconds);
        watch(first);
    }

    /** Stops it for good. */
    void stop() {
        Child last;
        synchronized (this) {
            stopping = true;
            last = child;
            if (watcher != null) {
                watcher.interrupt();
            }
        }
        if (last != null) {
            last.stop();
            pids.remove(last);
        }
    }

    private synchronized void watch(Child first) {
        if (!stopping) {
            watcher = Thread.ofVirtual().start(() -> keep(first));
        }
    }

    private void keep(Child first) {
        Optional<Child> current = Optional.of(first);
        Duration pause = FIRST_PAUSE;
        long started = System.nanoTime();
        while (true) {
            current.ifPresent(Child::waitFor);
            if (isStopping()) {
                return;
            }
            if (Duration.ofNanos(System.nanoTime() - started).compareTo(LONG_ENOUGH) > 0) {
                pause = FIRST_PAUSE;
            }
            Duration wait = pause;
            current.ifPresent(ended -> voice.say("%s has ended, starts again in %.1f s 意外退出, 稍后重启 (%s)"
                    .formatted(ended.spec().name(), seconds(wait), ended.spec().log())));
            if (!slept(wait)) {
                return;
            }
            pause = wait.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait.multipliedBy(2);
            started = System.nanoTime();
            current = launchAgain(pause);
        }
    }

    /** A start that fails, such as on a full disk, is one more early death and not the end of the watch. */
    private Optional<Child> launchAgain(Duration nextPause) {
        try {
            return Optional.ofNullable(launch());
        } catch (RuntimeException failed) {
            voice.say("A restart failed, next try in %.1f s 重启失败, 稍后再试: %s".formatted(seconds(nextPause), failed));
            return Optional.empty();
        }
    }

    private synchronized @Nullable Child launch() {
        if (stopping) {
            return null;
        }
        Child started = Child.start(spec.get());
        try {
            pids.add(started);
        } catch (RuntimeException notNoted) {
            // Nobody would end it later, and the next try would start a second one beside it.
            started.kill();
            throw notNoted;
        }
        child = started;
        return started;
    }

    private static double seconds(Duration pause) {
        return pause.toMillis() / 1000.0;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
