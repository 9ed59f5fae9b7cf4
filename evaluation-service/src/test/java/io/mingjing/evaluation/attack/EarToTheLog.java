package io.mingjing.evaluation.attack;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Hears everything the service says, with all parameters and causes. */
final class EarToTheLog extends Handler {

    private final List<String> said;

    EarToTheLog(List<String> said) {
        this.said = said;
    }

    @Override
    public void publish(LogRecord log) {
        StringWriter words = new StringWriter();
        words.append(log.getMessage()).append(Arrays.toString(log.getParameters()));
        if (log.getThrown() != null) {
            log.getThrown().printStackTrace(new PrintWriter(words, true));
        }
        said.add(words.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
