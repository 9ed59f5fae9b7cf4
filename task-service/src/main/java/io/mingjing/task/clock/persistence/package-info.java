/** Clocks, their ledgers and rungs, and the policies they were started under. */
@NullMarked
package io.mingjing.task.clock.persistence;

import org.jspecify.annotations.NullMarked;
