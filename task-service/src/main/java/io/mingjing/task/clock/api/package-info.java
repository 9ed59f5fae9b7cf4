/** Why a clock is due when it is, over HTTP. */
@NullMarked
package io.mingjing.task.clock.api;

import org.jspecify.annotations.NullMarked;
