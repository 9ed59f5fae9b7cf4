/** What a closed leaf says, as a task puts it. Nothing in it is about a rater. */
@NullMarked
package io.mingjing.task.intake.domain;

import org.jspecify.annotations.NullMarked;
