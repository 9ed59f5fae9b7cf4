package io.mingjing.benchmark.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time that processes have used, from {@code /proc}; the clients share the machine with what they measure, so
 * their part is printed.
 */
public final class CpuTime {

    private static final double TICKS_A_SECOND = 100;
    private static final int USER = 11;
    private static final int CHILDREN = 15;

    private CpuTime() {}

    /** Seconds a process has used, and children it has waited for, and those that are running still. */
    public static double ofTree(long pid) {
        double seconds = of(pid);
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(child -> of(child.pid()))
                .reduce(seconds, Double::sum);
    }

    /** Seconds this Java machine itself has used. */
    public static double own() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    /** Seconds that children of this Java machine had used when they ended. */
    public static double ofEndedChildren() {
        return of(ProcessHandle.current().pid(), USER + 2, CHILDREN);
    }

    /** Seconds a process itself has used, and children it has waited for; 0 for one that is gone. */
    public static double of(long pid) {
        return of(pid, USER, CHILDREN);
    }

    private static double of(long pid, int from, int to) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name of the program stands in parentheses and may hold blanks.
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int word = from; word < to; word++) {
                ticks += Double.parseDouble(words[word]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}
