/** Published figures, read with the rated side's own database role. */
@NullMarked
package io.mingjing.evaluation.number.persistence;

import org.jspecify.annotations.NullMarked;
