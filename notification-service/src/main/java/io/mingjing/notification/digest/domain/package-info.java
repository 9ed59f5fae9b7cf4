/** What the city office's hourly digest says, and whom to ask. */
@NullMarked
package io.mingjing.notification.digest.domain;

import org.jspecify.annotations.NullMarked;
