/** Loads the delivered years when the service starts. */
@NullMarked
package io.mingjing.task.calendar.jobs;

import org.jspecify.annotations.NullMarked;
