/** The service's own copy of units, posts and calendar years, fed by events. */
@NullMarked
package io.mingjing.notification.recipient.persistence;

import org.jspecify.annotations.NullMarked;
