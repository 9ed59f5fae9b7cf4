/** What task-service tells about the tasks of leaves. */
@NullMarked
package io.mingjing.evaluation.leaf.events;

import org.jspecify.annotations.NullMarked;
