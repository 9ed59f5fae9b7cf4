/** Notices with the proof of their delivery, as JSON. */
@NullMarked
package io.mingjing.notification.delivery.api;

import org.jspecify.annotations.NullMarked;
