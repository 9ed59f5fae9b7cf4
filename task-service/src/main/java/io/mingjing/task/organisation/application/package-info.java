/** Recording units and posts, and looking them up. */
@NullMarked
package io.mingjing.task.organisation.application;

import org.jspecify.annotations.NullMarked;
