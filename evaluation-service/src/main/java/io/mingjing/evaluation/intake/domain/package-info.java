/** What a rating says, before it is sealed and after it is opened again; the scale it is given on. */
@NullMarked
package io.mingjing.evaluation.intake.domain;

import org.jspecify.annotations.NullMarked;
