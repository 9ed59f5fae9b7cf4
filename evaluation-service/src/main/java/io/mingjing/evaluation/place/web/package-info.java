/** Pages of the register of places, for those who keep it. */
@NullMarked
package io.mingjing.evaluation.place.web;

import org.jspecify.annotations.NullMarked;
