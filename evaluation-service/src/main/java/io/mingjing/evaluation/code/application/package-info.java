/** Visits with their codes, and the keys behind codes, seals and receipts. */
@NullMarked
package io.mingjing.evaluation.code.application;

import org.jspecify.annotations.NullMarked;
