package io.mingjing.task.rectification.api;

import io.mingjing.kernel.audit.AuditTrail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of a task's timeline, as the trail keeps it. */
public record TimelineEntry(
        long sequence,
        Instant at,
        String action,
        String name,
        @Nullable String post,
        @Nullable String from,
        @Nullable String to,
        @Nullable String why) {

    static TimelineEntry from(AuditTrail.Entry entry) {
        AuditTrail.Act act = entry.act();
        return new TimelineEntry(
                entry.sequence(), act.at(), act.action(), act.name(), act.post(), act.from(), act.to(), act.why());
    }
}
