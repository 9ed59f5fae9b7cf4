/** What the whole service shares: its configuration and its problem types. */
@NullMarked
package io.mingjing.notification;

import org.jspecify.annotations.NullMarked;
