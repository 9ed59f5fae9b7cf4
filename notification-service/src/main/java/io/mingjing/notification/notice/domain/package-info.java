/** What people are told and to whom: occasions, notices, and how far tasks and clocks are. */
@NullMarked
package io.mingjing.notification.notice.domain;

import org.jspecify.annotations.NullMarked;
