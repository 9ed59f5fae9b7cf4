/** The scale of ratings as JSON. */
@NullMarked
package io.mingjing.evaluation.intake.api;

import org.jspecify.annotations.NullMarked;
