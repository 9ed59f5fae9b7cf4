/** Leaves (叶) as rules and values: when a pool of ratings may close, what is drawn, what is summed, how the rest merges. */
@NullMarked
package io.mingjing.evaluation.leaf.domain;

import org.jspecify.annotations.NullMarked;
