package io.mingjing.evaluation.place.domain;

import org.jspecify.annotations.Nullable;

/**
 * A unit as the organisation tells it.
 *
 * @param kind {@code CITY}, {@code CITY_OFFICE}, {@code BUREAU}, {@code SECTION} or {@code INSTITUTION}
 * @param parent code of the unit above; null at the root
 */
public record Unit(
        String code, String name, String kind, @Nullable String parent, boolean active) {}
