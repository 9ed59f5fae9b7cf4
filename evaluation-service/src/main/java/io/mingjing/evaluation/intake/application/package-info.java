/**
 * Taking a rating in: check, seal, store with the next group commit, hand out the receipt code (回执码). What every rating
 * passes is a singleton, not application scoped: looking some twenty of them up behind their proxies took a tenth of the
 * work, and the time-outs are kept by one wheel for the same reason.
 */
@NullMarked
package io.mingjing.evaluation.intake.application;

import org.jspecify.annotations.NullMarked;
