package io.mingjing.benchmark.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Facts about the machine, to print beside figures that mean nothing without them. */
public final class Machine {

    private Machine() {}

    /** One line each. */
    public static List<String> facts() {
        return List.of(
                "cores 核数: " + Runtime.getRuntime().availableProcessors() + " (" + model() + ")",
                "load before the start 启动前负载: " + read("/proc/loadavg"),
                "system 系统: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                        + Runtime.version() + ", memory 内存 " + memory() + " GiB");
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown model");
        } catch (IOException noProc) {
            return System.getProperty("os.arch");
        }
    }

    private static long memory() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getTotalMemorySize() >> 30;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException noProc) {
            return "unknown";
        }
    }
}
