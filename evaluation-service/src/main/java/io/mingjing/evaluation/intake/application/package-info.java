/** Taking a rating in: check, seal, store with the next group commit, hand out the receipt code (回执码). */
@NullMarked
package io.mingjing.evaluation.intake.application;

import org.jspecify.annotations.NullMarked;
