/** Due rungs, claimed in batches. */
@NullMarked
package io.mingjing.task.supervision.persistence;

import org.jspecify.annotations.NullMarked;
