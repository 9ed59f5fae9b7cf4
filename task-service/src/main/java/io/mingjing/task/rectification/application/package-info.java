/** Acts on tasks: each is one transaction of effects, trail and event. */
@NullMarked
package io.mingjing.task.rectification.application;

import org.jspecify.annotations.NullMarked;
