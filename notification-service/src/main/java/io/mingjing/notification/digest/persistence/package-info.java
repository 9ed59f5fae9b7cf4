/** Which hour is through; nothing of what was said. */
@NullMarked
package io.mingjing.notification.digest.persistence;

import org.jspecify.annotations.NullMarked;
