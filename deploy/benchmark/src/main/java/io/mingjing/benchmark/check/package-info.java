/** Whether everything that was acknowledged is there. */
@NullMarked
package io.mingjing.benchmark.check;

import org.jspecify.annotations.NullMarked;
