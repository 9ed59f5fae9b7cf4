/** Surveys and their answers as JSON. */
@NullMarked
package io.mingjing.evaluation.survey.api;

import org.jspecify.annotations.NullMarked;
