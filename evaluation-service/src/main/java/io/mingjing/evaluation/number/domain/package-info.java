/** Published figures (数字) as values. */
@NullMarked
package io.mingjing.evaluation.number.domain;

import org.jspecify.annotations.NullMarked;
