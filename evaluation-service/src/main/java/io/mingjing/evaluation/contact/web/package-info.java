/** The rater's contact entry and the city office's console of contacts. */
@NullMarked
package io.mingjing.evaluation.contact.web;

import org.jspecify.annotations.NullMarked;
