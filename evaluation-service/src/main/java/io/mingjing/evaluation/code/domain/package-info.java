/** Visits and their codes (评价码): layout and life; no cryptography. */
@NullMarked
package io.mingjing.evaluation.code.domain;

import org.jspecify.annotations.NullMarked;
