/** The business clock. */
@NullMarked
package io.mingjing.kernel.time;

import org.jspecify.annotations.NullMarked;
