/** Published figures as pages. */
@NullMarked
package io.mingjing.evaluation.number.web;

import org.jspecify.annotations.NullMarked;
