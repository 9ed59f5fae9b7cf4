/** What the intake is compared with. */
@NullMarked
package io.mingjing.benchmark.peer;

import org.jspecify.annotations.NullMarked;
