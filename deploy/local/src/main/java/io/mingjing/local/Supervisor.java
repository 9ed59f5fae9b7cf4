package io.mingjing.local;

import io.mingjing.local.process.ChildFailed;
import io.mingjing.local.supervise.LocalSystem;
import io.mingjing.local.supervise.Options;
import io.mingjing.local.supervise.StartRefused;
import io.mingjing.local.supervise.Voice;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What {@code ./run} starts. Ends with status 1 and a reason when the system cannot start. */
public final class Supervisor {

    private Supervisor() {}

    /** Starts the system, and stops it when this process is asked to end. */
    public static void main(String[] words) throws InterruptedException {
        quietLibraries();
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var voice = new Voice(out);
        Path home = Path.of(System.getProperty("mingjing.home", "."));
        try {
            var options = Options.parse(List.of(words), System.getenv(), home);
            var system = new LocalSystem(options, home, voice);
            Runtime.getRuntime().addShutdownHook(new Thread(system::stop, "stop"));
            start(system, voice);
        } catch (StartRefused e) {
            voice.plain("Mingjing cannot start 明镜无法启动: " + e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    /** Before anything logs: of the libraries we use, only errors are worth a line. */
    private static void quietLibraries() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.setProperty(
                "logging.configuration",
                String.valueOf(Supervisor.class.getResource("/supervisor-logging.properties")));
    }

    private static void start(LocalSystem system, Voice voice) {
        try {
            system.start();
        } catch (ChildFailed e) {
            fail(system, voice, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            fail(system, voice, e + (e.getCause() == null ? "" : ": " + e.getCause()));
        }
    }

    private static void fail(LocalSystem system, Voice voice, String why) {
        if (!system.isStopping()) {
            voice.plain("Mingjing could not start 明镜启动失败: " + why);
            System.exit(1);
        }
    }
}
