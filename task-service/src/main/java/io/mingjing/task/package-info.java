/** Rectification: organisation, calendar, clocks, plans and tasks of one city. Service-wide configuration and problems. */
@NullMarked
package io.mingjing.task;

import org.jspecify.annotations.NullMarked;
