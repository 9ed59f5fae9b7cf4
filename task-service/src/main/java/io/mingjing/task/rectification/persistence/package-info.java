/** Tasks, their evidence and their human numbers in the database. */
@NullMarked
package io.mingjing.task.rectification.persistence;

import org.jspecify.annotations.NullMarked;
