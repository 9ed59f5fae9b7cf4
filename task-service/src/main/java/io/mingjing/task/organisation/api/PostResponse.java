package io.mingjing.task.organisation.api;

import io.mingjing.task.organisation.domain.Holding;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One person's time in a post; {@code until} is null while it lasts. */
public record PostResponse(
        String postId,
        String subject,
        String name,
        @Nullable String email,
        LocalDate from,
        @Nullable LocalDate until) {

    static PostResponse from(Holding holding) {
        Holding.Holder holder = holding.holder();
        return new PostResponse(
                holding.postId(),
                holder.subject(),
                holder.name(),
                holder.email(),
                holding.from(),
                holding.until().orElse(null));
    }
}
