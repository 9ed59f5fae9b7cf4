/** Published years as versioned rows. */
@NullMarked
package io.mingjing.task.calendar.persistence;

import org.jspecify.annotations.NullMarked;
