/** When the self-test runs. */
@NullMarked
package io.mingjing.evaluation.selftest.jobs;

import org.jspecify.annotations.NullMarked;
