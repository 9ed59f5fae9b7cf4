/** Published figures as JSON. */
@NullMarked
package io.mingjing.evaluation.number.api;

import org.jspecify.annotations.NullMarked;
