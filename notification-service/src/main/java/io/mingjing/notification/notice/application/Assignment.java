package io.mingjing.notification.notice.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.recipient.domain.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task that was assigned (交办).
 *
 * @param sequence of the event; a task may be assigned more than once
 * @param source {@code PLAN} or {@code LEAF}
 * @param leadUnits lead sections (牵头科室); empty where the document names none
 * @param dueAt end of the limit, exclusive; null where the limit has no end
 */
public record Assignment(
        UUID taskId,
        long sequence,
        String number,
        String title,
        String source,
        List<String> leadUnits,
        String bureau,
        @Nullable Instant dueAt,
        Instant at) {

    public Assignment {
        leadUnits = List.copyOf(leadUnits);
    }

    /** The lead sections' head and members; where no section leads, the leading group's office of the bureau. */
    public List<Office> offices() {
        if (leadUnits.isEmpty()) {
            return List.of(new Office("coordinator", bureau));
        }
        return leadUnits.stream()
                .flatMap(unit -> Stream.of(new Office("section_head", unit), new Office("section", unit)))
                .toList();
    }

    /** Last day of the limit; null where it has no end. */
    public @Nullable LocalDate dueDay() {
        Instant end = dueAt;
        return end == null ? null : LocalDate.ofInstant(end.minusMillis(1), BusinessClock.ZONE);
    }

    /** Where the task comes from, in words. */
    public String sourceWords() {
        return switch (source) {
            case "PLAN" -> "专项整改方案";
            case "LEAF" -> "窗口差评汇总（背靠背评价，只有汇总数，不涉及任何评价人）";
            default -> source;
        };
    }
}
