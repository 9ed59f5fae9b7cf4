/** Places, units and calendar years in the database. */
@NullMarked
package io.mingjing.evaluation.place.persistence;

import org.jspecify.annotations.NullMarked;
