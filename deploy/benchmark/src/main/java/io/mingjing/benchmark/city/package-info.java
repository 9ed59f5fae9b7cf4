/** A city whose visitors can rate: units, places, registered visits and their codes. */
@NullMarked
package io.mingjing.benchmark.city;

import org.jspecify.annotations.NullMarked;
