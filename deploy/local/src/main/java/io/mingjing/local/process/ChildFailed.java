package io.mingjing.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A child did not become ready; the message carries its last log lines. */
public final class ChildFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LINES = 15;

    public ChildFailed(ChildSpec spec, String what) {
        super("%s %s. Its log 日志: %s%n%s".formatted(spec.name(), what, spec.log(), lastLines(spec.log())));
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "(no log 无日志)";
        }
    }
}
