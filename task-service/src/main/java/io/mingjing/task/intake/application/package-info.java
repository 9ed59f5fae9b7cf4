/** Opens one task for each closed leaf with poor ratings (差评). */
@NullMarked
package io.mingjing.task.intake.application;

import org.jspecify.annotations.NullMarked;
