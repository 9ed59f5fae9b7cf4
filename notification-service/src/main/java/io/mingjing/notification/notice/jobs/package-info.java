/** The trigger that addresses waiting occasions. */
@NullMarked
package io.mingjing.notification.notice.jobs;

import org.jspecify.annotations.NullMarked;
