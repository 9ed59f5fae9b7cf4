package io.mingjing.task.plan.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A document a plan rests on (依据文件): its number as printed, with the parts beside it.
 *
 * @param number as printed; null, and its parts with it, where the plan gives none
 */
@Embeddable
public record Basis(
        String title,
        @Column(name = "number_words") @Nullable String number,
        @Nullable String issuer,
        @Column(name = "number_year") @Nullable Integer year,
        @Nullable Integer serial) {

    /** A document whose number, if it has one, was read. */
    public static Basis of(String title, @Nullable String printed, @Nullable DocumentNumber number) {
        return number == null
                ? new Basis(title, null, null, null, null)
                : new Basis(title, printed, number.issuer(), number.year(), number.serial());
    }
}
