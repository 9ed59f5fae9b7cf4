/** Limits (时限), their clocks and the ladder: values and the arithmetic that derives a due day from a ledger. */
@NullMarked
package io.mingjing.task.clock.domain;

import org.jspecify.annotations.NullMarked;
