/** How results are printed. */
@NullMarked
package io.mingjing.benchmark.report;

import org.jspecify.annotations.NullMarked;
