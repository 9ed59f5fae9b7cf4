package io.mingjing.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command that runs to its end. */
public final class Tool {

    private Tool() {}

    /** Runs it; fails with what it said when its status is not 0. */
    public static void run(String name, List<String> command) {
        var said = new StringBuilder();
        int status = run(command, said);
        if (status != 0) {
            throw new IllegalStateException("%s failed with status %d 失败:%n%s".formatted(name, status, said));
        }
    }

    /** Whether the command can be started and ends with status 0. */
    public static boolean works(List<String> command) {
        try {
            return run(command, new StringBuilder()) == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static int run(List<String> command, StringBuilder said) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .start();
            // Whoever stops us while it runs must not leave it behind.
            var end = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(end);
            said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted 被中断", e);
        }
    }
}
