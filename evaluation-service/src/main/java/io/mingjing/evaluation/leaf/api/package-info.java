/** The mixer's side as JSON: the city office's pending ratings, and where every accepted rating is. */
@NullMarked
package io.mingjing.evaluation.leaf.api;

import org.jspecify.annotations.NullMarked;
