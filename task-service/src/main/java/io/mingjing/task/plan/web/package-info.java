/** Plans on pages. */
@NullMarked
package io.mingjing.task.plan.web;

import org.jspecify.annotations.NullMarked;
