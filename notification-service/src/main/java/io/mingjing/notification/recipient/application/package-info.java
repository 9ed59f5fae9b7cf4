/** Who holds an office at a moment, how units lie under each other, and when it is working time. */
@NullMarked
package io.mingjing.notification.recipient.application;

import org.jspecify.annotations.NullMarked;
