/** Paraphrases, orders, corrections and ages as values and rules. */
@NullMarked
package io.mingjing.evaluation.office.domain;

import org.jspecify.annotations.NullMarked;
