/** The triggers of sending and of the figures about it. */
@NullMarked
package io.mingjing.notification.delivery.jobs;

import org.jspecify.annotations.NullMarked;
