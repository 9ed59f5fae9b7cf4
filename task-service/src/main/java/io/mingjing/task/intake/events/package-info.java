/** Closed leaves as they come from evaluation-service. */
@NullMarked
package io.mingjing.task.intake.events;

import org.jspecify.annotations.NullMarked;
