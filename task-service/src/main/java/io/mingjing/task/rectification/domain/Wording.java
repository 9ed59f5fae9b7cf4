package io.mingjing.task.rectification.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of a task, verbatim.
 *
 * @param label how the document counts it, such as （一）; null where it does not
 * @param leadWords the words for the lead sections (牵头科室); null where it names none
 * @param responsibleWords the words for the responsible ones, such as 各科室、直属事业单位; null where it names none
 */
@Embeddable
public record Wording(
        @Nullable String label,
        String title,
        String text,
        @Column(name = "lead_words") @Nullable String leadWords,
        @Column(name = "responsible_words") @Nullable String responsibleWords) {}
