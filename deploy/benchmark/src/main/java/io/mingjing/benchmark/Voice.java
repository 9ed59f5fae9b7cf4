package io.mingjing.benchmark;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What the command prints while it works. */
final class Voice {

    /** Progress, with the time of this machine's clock. */
    void progress(String format, Object... values) {
        System.out.println("%s %s"
                .formatted(
                        LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
                        String.format(Locale.ROOT, format, values)));
    }

    void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
