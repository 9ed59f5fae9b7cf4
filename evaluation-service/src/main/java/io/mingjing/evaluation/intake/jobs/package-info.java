/** When empty partitions of the intake go. */
@NullMarked
package io.mingjing.evaluation.intake.jobs;

import org.jspecify.annotations.NullMarked;
