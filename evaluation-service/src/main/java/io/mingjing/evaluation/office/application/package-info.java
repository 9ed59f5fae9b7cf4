/** What the city office does with what raters said: paraphrases, own orders, corrections, what waits, private matters. */
@NullMarked
package io.mingjing.evaluation.office.application;

import org.jspecify.annotations.NullMarked;
