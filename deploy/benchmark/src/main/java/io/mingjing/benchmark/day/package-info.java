/** A city's whole day: made from a seed, sent through the intake, mixed, counted again. */
@NullMarked
package io.mingjing.benchmark.day;

import org.jspecify.annotations.NullMarked;
