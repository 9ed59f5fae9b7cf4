package io.mingjing.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process we started ourselves and therefore may end. */
public final class Child {

    private static final boolean CAN_LEAVE_TERMINAL = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private final ChildSpec spec;
    private final Process process;

    private Child(ChildSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    /** Starts it in a session of its own, so that Ctrl-C reaches only us and we can stop the children in order. */
    public static Child start(ChildSpec spec) {
        List<String> command = new ArrayList<>();
        if (CAN_LEAVE_TERMINAL) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(spec.command());
        try {
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(spec.log().toFile()));
            builder.environment().putAll(spec.environment());
            return new Child(spec, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + spec.name() + " 无法启动", e);
        }
    }

    public ChildSpec spec() {
        return spec;
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the child is ready. Fails with its last log lines when it ends before that or takes too long. */
    public void awaitReady(BooleanSupplier ready, int seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new ChildFailed(spec, "ended with status " + process.exitValue() + " 已退出");
            }
            if (System.nanoTime() > deadline) {
                throw new ChildFailed(spec, "was not ready within " + seconds + " s 启动超时");
            }
            pause();
        }
    }

    /** Asks it to end, and kills it when it does not in the time its spec gives. */
    public void stop() {
        Signals.send(process.pid(), spec.stopSignal());
        try {
            if (!process.waitFor(spec.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it without asking, as a power cut would, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        waitFor();
    }

    /** Waits for its end. */
    public void waitFor() {
        process.onExit().join();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting 启动被中断", e);
        }
    }
}
