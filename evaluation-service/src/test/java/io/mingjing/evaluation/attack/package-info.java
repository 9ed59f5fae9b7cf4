/** Attacks on the promise of anonymity (anonymity.md, section 7): each must fail, and each must be seen to be able to succeed. */
@NullMarked
package io.mingjing.evaluation.attack;

import org.jspecify.annotations.NullMarked;
