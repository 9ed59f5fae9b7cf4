/** Sending apart from deciding: claims, attempts, outcomes, redrives. */
@NullMarked
package io.mingjing.notification.delivery.application;

import org.jspecify.annotations.NullMarked;
