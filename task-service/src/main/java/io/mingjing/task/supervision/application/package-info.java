/** Rungs that are reached are claimed once and told, and an auditor looks for those that were not. */
@NullMarked
package io.mingjing.task.supervision.application;

import org.jspecify.annotations.NullMarked;
