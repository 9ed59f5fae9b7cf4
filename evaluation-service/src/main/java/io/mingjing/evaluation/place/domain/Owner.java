package io.mingjing.evaluation.place.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * Who owns a window from a day on.
 *
 * @param fromDay first day, until a later entry
 * @param unit code of the owning unit
 */
@Embeddable
public record Owner(
        @Column(name = "from_day", nullable = false) LocalDate fromDay,
        @Column(name = "unit", nullable = false) String unit) {}
