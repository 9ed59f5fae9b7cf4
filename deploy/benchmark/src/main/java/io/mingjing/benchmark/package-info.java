/** Measures the intake beside its peers, and lives a whole city's day: see README.md. */
@NullMarked
package io.mingjing.benchmark;

import org.jspecify.annotations.NullMarked;
