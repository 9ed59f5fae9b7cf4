/** Asks evaluation-service. */
@NullMarked
package io.mingjing.notification.digest.channel;

import org.jspecify.annotations.NullMarked;
