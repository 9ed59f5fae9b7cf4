/** Registers surveys and takes their answers into the sealed intake. */
@NullMarked
package io.mingjing.evaluation.survey.application;

import org.jspecify.annotations.NullMarked;
