package io.mingjing.evaluation.place.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that can be rated, whatever its kind: a window (窗口) or a rating point (评价点). Windows and points share one
 * set of official codes and one of numbers, so a code or a number names one place.
 */
public sealed interface Spot permits Catalogue.Window, Catalogue.Point {

    /** Official code; it never changes. */
    String code();

    /** What codes carry instead of the official code; drawn at random. */
    int number();

    String name();

    SpotKind kind();

    /** Code of the hall it is in; null where it is in none. */
    @Nullable
    String hallCode();

    /** Name of the hall it is in; null where it is in none, as a section's door or online. */
    @Nullable
    String hall();

    /** By first day, oldest first. */
    List<Owner> owners();

    /** Code of the unit that owned it on a day. */
    default String ownerOn(LocalDate day) {
        return Owners.on(owners(), day).orElse(owners().getFirst().unit());
    }
}
