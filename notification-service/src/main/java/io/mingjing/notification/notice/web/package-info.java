/** The inbox pages. */
@NullMarked
package io.mingjing.notification.notice.web;

import org.jspecify.annotations.NullMarked;
