package io.mingjing.evaluation.place.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * Which edition of the catalogue (目录版本, R-126) describes a matter from a day on.
 *
 * @param fromDay first day, until a later entry
 * @param catalogueVersion how the edition is called
 */
@Embeddable
public record Edition(
        @Column(name = "from_day", nullable = false) LocalDate fromDay,
        @Column(name = "edition", nullable = false) String catalogueVersion) {}
