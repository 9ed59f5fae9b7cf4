/** Rows of the mixer: pending boxes, leaves, mixed ratings, receipts, slots and what became of a leaf's task. */
@NullMarked
package io.mingjing.evaluation.leaf.persistence;

import org.jspecify.annotations.NullMarked;
