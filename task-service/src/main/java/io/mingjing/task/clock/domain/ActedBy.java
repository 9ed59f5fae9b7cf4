package io.mingjing.task.clock.domain;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Who did something to a clock, for the trail.
 *
 * @param post the post it was done under, such as {@code coordinator@GY-KJJ}; null for the system
 */
@Embeddable
public record ActedBy(String subject, String name, @Nullable String post) {

    /** The system itself, such as the calendar's recomputation. */
    public static final ActedBy SYSTEM = new ActedBy("system", "系统", null);
}
