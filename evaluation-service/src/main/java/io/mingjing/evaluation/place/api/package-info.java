/** JSON for halls, windows and matters. */
@NullMarked
package io.mingjing.evaluation.place.api;

import org.jspecify.annotations.NullMarked;
