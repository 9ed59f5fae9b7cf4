/** What came of the self-test. */
@NullMarked
package io.mingjing.evaluation.selftest.persistence;

import org.jspecify.annotations.NullMarked;
