/** Listeners for the topics organisation and calendar. */
@NullMarked
package io.mingjing.notification.recipient.events;

import org.jspecify.annotations.NullMarked;
