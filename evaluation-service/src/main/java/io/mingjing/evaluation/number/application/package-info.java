/** Who may read which published figures. */
@NullMarked
package io.mingjing.evaluation.number.application;

import org.jspecify.annotations.NullMarked;
