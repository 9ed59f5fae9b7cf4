/** The trigger at the full hour. */
@NullMarked
package io.mingjing.notification.digest.jobs;

import org.jspecify.annotations.NullMarked;
