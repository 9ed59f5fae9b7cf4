/** When keys are looked at anew. */
@NullMarked
package io.mingjing.evaluation.code.jobs;

import org.jspecify.annotations.NullMarked;
