/** Starts and ends what is measured. */
@NullMarked
package io.mingjing.benchmark.parts;

import org.jspecify.annotations.NullMarked;
