/** Rectification tasks (整改任务): their states, who may do what in which, measures and evidence. */
@NullMarked
package io.mingjing.task.rectification.domain;

import org.jspecify.annotations.NullMarked;
