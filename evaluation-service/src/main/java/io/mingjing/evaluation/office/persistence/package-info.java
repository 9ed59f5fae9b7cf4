/** Tables of the city office, and its questions about leaves. */
@NullMarked
package io.mingjing.evaluation.office.persistence;

import org.jspecify.annotations.NullMarked;
