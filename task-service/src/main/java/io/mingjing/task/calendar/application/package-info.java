/** Publishing the working-day calendar and reading the edition that holds. */
@NullMarked
package io.mingjing.task.calendar.application;

import org.jspecify.annotations.NullMarked;
