/** The city office's console and discipline's desk as JSON, and what the rated side and the public may read of their work. */
@NullMarked
package io.mingjing.evaluation.office.api;

import org.jspecify.annotations.NullMarked;
