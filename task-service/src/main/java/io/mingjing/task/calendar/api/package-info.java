/** The working-day calendar over HTTP. */
@NullMarked
package io.mingjing.task.calendar.api;

import org.jspecify.annotations.NullMarked;
