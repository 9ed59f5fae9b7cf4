/** Tests, as a rater would, that every level lands through every channel. */
@NullMarked
package io.mingjing.evaluation.selftest.application;

import org.jspecify.annotations.NullMarked;
