/** Sends requests over HTTP/1.1 and measures, with little of the machine's time. */
@NullMarked
package io.mingjing.benchmark.load;

import org.jspecify.annotations.NullMarked;
