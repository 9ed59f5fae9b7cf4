/** Deliveries of notices on channels, their ledger, and what a channel answers. */
@NullMarked
package io.mingjing.notification.delivery.domain;

import org.jspecify.annotations.NullMarked;
