/** Asks, and tells the city office. */
@NullMarked
package io.mingjing.notification.digest.application;

import org.jspecify.annotations.NullMarked;
