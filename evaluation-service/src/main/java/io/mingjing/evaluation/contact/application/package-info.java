/** Contacts from the rater to the city office, and what the office does with them. */
@NullMarked
package io.mingjing.evaluation.contact.application;

import org.jspecify.annotations.NullMarked;
