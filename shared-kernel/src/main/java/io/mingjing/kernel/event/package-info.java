/** The words the services say to each other: events, their topics and their wire form. */
@NullMarked
package io.mingjing.kernel.event;

import org.jspecify.annotations.NullMarked;
