package io.mingjing.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/** Sends signals that {@link Process} has no method for. */
public final class Signals {

    private Signals() {}

    /** Sends the signal to one process; a process that is already gone is not an error. Every shell has its own kill. */
    public static void send(long pid, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, pid))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
