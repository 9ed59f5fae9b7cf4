/** Working days (工作日) as the State Council publishes them: values and arithmetic. */
@NullMarked
package io.mingjing.kernel.calendar;

import org.jspecify.annotations.NullMarked;
