package io.mingjing.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a child process is started and stopped.
 *
 * @param name the word its log file, its entry among the pids and its progress lines use
 * @param environment added to what the child inherits
 * @param log receives its output; appended to
 * @param stopSignal the signal that asks it to end, for example {@code TERM}
 * @param patience how long it may take to end before it is killed
 */
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        String stopSignal,
        Duration patience) {

    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
