/** What the organisation and the calendar tell this service. */
@NullMarked
package io.mingjing.evaluation.place.events;

import org.jspecify.annotations.NullMarked;
