/** The published results of the self-test as JSON. */
@NullMarked
package io.mingjing.evaluation.selftest.api;

import org.jspecify.annotations.NullMarked;
