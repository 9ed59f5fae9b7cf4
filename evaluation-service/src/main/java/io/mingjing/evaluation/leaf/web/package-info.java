/** The city office's page of pending ratings and the rater's receipt page. */
@NullMarked
package io.mingjing.evaluation.leaf.web;

import org.jspecify.annotations.NullMarked;
