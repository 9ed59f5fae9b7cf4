/** The organisation over HTTP. */
@NullMarked
package io.mingjing.task.organisation.api;

import org.jspecify.annotations.NullMarked;
