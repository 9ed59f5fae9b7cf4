/** The listener for the topic task. */
@NullMarked
package io.mingjing.notification.notice.events;

import org.jspecify.annotations.NullMarked;
