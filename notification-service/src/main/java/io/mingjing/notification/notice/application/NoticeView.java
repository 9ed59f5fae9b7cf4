package io.mingjing.notification.notice.application;

import io.mingjing.notification.notice.domain.EndCause;
import io.mingjing.notification.notice.domain.Fact;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.notice.domain.NoticeKind;
import io.mingjing.notification.notice.domain.Occasion;
import io.mingjing.notification.notice.domain.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its recipient sees it.
 *
 * @param addressedAs as what the person hears
 * @param step step of the ladder; null where no clock is behind it
 * @param raised whether the ladder has gone on to a higher step
 * @param asksForAcknowledgement whether the person is still to acknowledge (确认知悉)
 */
public record NoticeView(
        UUID id,
        NoticeKind kind,
        Text text,
        String addressedAs,
        @Nullable UUID taskId,
        @Nullable Integer step,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable Instant acknowledgedAt,
        @Nullable EndCause endedCause,
        boolean raised,
        boolean asksForAcknowledgement) {

    public static NoticeView of(Notice notice) {
        Occasion occasion = notice.occasion();
        return new NoticeView(
                notice.id(),
                occasion.kind(),
                occasion.text(),
                notice.addressedAs(),
                occasion.taskId().orElse(null),
                occasion.step().map(Fact.Step::number).orElse(null),
                notice.createdAt(),
                notice.readAt().orElse(null),
                notice.acknowledgedAt().orElse(null),
                notice.endedCause().orElse(null),
                occasion.isRaised(),
                notice.asksForAcknowledgement());
    }

    /** The words, line by line, without the address that a button stands for. */
    public List<String> lines() {
        return text.body()
                .lines()
                .filter(line -> !line.isBlank() && !line.endsWith(text.link()))
                .toList();
    }

    /** Colour word of the look: what is over is grey. */
    public String colour() {
        return endedCause == null ? kind.colour() : "";
    }
}
