/** Triggers of what clocks do by themselves. */
@NullMarked
package io.mingjing.task.clock.jobs;

import org.jspecify.annotations.NullMarked;
