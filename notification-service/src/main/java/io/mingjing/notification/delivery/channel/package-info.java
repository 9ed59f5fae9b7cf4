/** The channels themselves. */
@NullMarked
package io.mingjing.notification.delivery.channel;

import org.jspecify.annotations.NullMarked;
