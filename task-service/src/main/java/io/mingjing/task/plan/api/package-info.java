/** Plans over HTTP. */
@NullMarked
package io.mingjing.task.plan.api;

import org.jspecify.annotations.NullMarked;
