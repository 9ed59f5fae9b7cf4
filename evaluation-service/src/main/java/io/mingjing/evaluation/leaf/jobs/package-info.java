/** What makes the mixer look at the clock. */
@NullMarked
package io.mingjing.evaluation.leaf.jobs;

import org.jspecify.annotations.NullMarked;
