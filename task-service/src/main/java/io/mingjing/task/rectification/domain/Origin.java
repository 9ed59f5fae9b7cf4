package io.mingjing.task.rectification.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * Where a task comes from (任务来源, R-038).
 *
 * @param sourceId the plan or the leaf
 * @param item its place in the source, from 1
 */
@Embeddable
public record Origin(
        @Enumerated(EnumType.STRING) TaskSource source,
        @Column(name = "source_id") UUID sourceId,
        int item) {}
