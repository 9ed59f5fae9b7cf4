/** One machine, the whole system: the real parts, and what starts and watches them. */
@NullMarked
package io.mingjing.local;

import org.jspecify.annotations.NullMarked;
