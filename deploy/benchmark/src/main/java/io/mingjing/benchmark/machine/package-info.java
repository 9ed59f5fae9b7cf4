/** What the machine is, and who used its processors. */
@NullMarked
package io.mingjing.benchmark.machine;

import org.jspecify.annotations.NullMarked;
