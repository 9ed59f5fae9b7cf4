/** Units and posts in the database, and which unit lies under which. */
@NullMarked
package io.mingjing.task.organisation.persistence;

import org.jspecify.annotations.NullMarked;
