package io.mingjing.evaluation.code.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is reported, not yet checked: everything may be missing.
 *
 * @param raterType {@code ENTERPRISE} or {@code INDIVIDUAL}; null where it is not known
 * @param finished whether the visit has ended; a code is given out then and not before
 */
public record VisitReport(
        @Nullable String number,
        @Nullable String window,
        @Nullable List<@Nullable String> matters,
        @Nullable String raterType,
        @Nullable LocalDate day,
        @Nullable Boolean finished) {}
