/** Visits and wrapped keys in the database. */
@NullMarked
package io.mingjing.evaluation.code.persistence;

import org.jspecify.annotations.NullMarked;
