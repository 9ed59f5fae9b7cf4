/** Triggers of claims and of the auditor. */
@NullMarked
package io.mingjing.task.supervision.jobs;

import org.jspecify.annotations.NullMarked;
