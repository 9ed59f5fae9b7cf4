/** Plans in the database. */
@NullMarked
package io.mingjing.task.plan.persistence;

import org.jspecify.annotations.NullMarked;
