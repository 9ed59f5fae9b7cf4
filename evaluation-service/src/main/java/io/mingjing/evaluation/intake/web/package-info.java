/** The rater's pages under /r: no session, no sign-in, nothing in the address but the code. */
@NullMarked
package io.mingjing.evaluation.intake.web;

import org.jspecify.annotations.NullMarked;
