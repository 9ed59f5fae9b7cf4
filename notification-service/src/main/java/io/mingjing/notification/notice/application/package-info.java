/** Deciding who hears, ending what is superseded, and a person's own inbox. */
@NullMarked
package io.mingjing.notification.notice.application;

import org.jspecify.annotations.NullMarked;
