/** Places as they are registered and as ratings need them; units and working days as they are told. */
@NullMarked
package io.mingjing.evaluation.place.application;

import org.jspecify.annotations.NullMarked;
