/** Surveys: what an answer to one may be. */
@NullMarked
package io.mingjing.evaluation.survey.domain;

import org.jspecify.annotations.NullMarked;
