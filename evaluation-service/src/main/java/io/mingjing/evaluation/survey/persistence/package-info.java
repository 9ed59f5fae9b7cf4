/** The registered surveys. */
@NullMarked
package io.mingjing.evaluation.survey.persistence;

import org.jspecify.annotations.NullMarked;
