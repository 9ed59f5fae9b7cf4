package io.mingjing.local.supervise;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** What the person at the terminal is told: one line per step, with the seconds since the start. */
public final class Voice {

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Voice(PrintStream out) {
        this.out = out;
    }

    /** A step that was taken. */
    public void say(String line) {
        double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0;
        out.println("[%6.1f s] %s".formatted(seconds, line));
        out.flush();
    }

    /** Lines without a time in front. */
    public void plain(String lines) {
        out.println(lines);
        out.flush();
    }
}
