package io.mingjing.task.plan.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When and where the document itself came out; limits count from this day, not from the day of the import.
 *
 * @param words the document's own words, such as 发布时间:2024-02-06 04:36
 */
@Embeddable
public record Release(
        @Column(name = "release_day") LocalDate day,
        @Column(name = "release_words") @Nullable String words,
        @Column(name = "release_source") @Nullable String source) {}
