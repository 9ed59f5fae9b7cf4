package io.mingjing.task.plan.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The evaluation round (轮次) a plan follows; its year is never derived from a document number. */
@Embeddable
public record Round(
        @Column(name = "round_year") int year,
        @Column(name = "round_ordinal") int ordinal) {}
