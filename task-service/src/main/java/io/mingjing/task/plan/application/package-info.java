/** Reading, importing and publishing plans. */
@NullMarked
package io.mingjing.task.plan.application;

import org.jspecify.annotations.NullMarked;
