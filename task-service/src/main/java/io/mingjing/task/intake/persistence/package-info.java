/** Which leaf led to which task. */
@NullMarked
package io.mingjing.task.intake.persistence;

import org.jspecify.annotations.NullMarked;
