/** The results of the self-test. */
@NullMarked
package io.mingjing.evaluation.selftest.domain;

import org.jspecify.annotations.NullMarked;
