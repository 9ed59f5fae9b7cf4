/** The published results of the self-test as a page. */
@NullMarked
package io.mingjing.evaluation.selftest.web;

import org.jspecify.annotations.NullMarked;
