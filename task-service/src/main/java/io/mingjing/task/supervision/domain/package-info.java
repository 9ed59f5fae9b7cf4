/** A reached rung and the words that explain it. */
@NullMarked
package io.mingjing.task.supervision.domain;

import org.jspecify.annotations.NullMarked;
