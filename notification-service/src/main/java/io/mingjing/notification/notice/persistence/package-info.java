/** Stores of occasions, notices and courses. */
@NullMarked
package io.mingjing.notification.notice.persistence;

import org.jspecify.annotations.NullMarked;
