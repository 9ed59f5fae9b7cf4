/** The mixer at its slots, what the city office sees before, and what a receipt answers. */
@NullMarked
package io.mingjing.evaluation.leaf.application;

import org.jspecify.annotations.NullMarked;
