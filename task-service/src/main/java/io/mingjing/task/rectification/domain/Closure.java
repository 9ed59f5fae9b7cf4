package io.mingjing.task.rectification.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * How a task was closed (销号).
 *
 * @param number its close number (销号编号)
 * @param outcome what was done, in words the visitor may read
 */
@Embeddable
public record Closure(
        @Column(name = "close_number") String number,
        @Column(name = "outcome") String outcome,
        @Column(name = "closed_at") Instant at) {}
