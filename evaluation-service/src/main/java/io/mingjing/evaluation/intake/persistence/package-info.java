/** Sealed boxes in the database. */
@NullMarked
package io.mingjing.evaluation.intake.persistence;

import org.jspecify.annotations.NullMarked;
