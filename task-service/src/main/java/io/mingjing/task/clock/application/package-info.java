/** Clocks as use cases: each call joins the caller's transaction. */
@NullMarked
package io.mingjing.task.clock.application;

import org.jspecify.annotations.NullMarked;
