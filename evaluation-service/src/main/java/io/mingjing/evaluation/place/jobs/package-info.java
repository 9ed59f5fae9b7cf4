/** When the view of places is read anew. */
@NullMarked
package io.mingjing.evaluation.place.jobs;

import org.jspecify.annotations.NullMarked;
