/** The city office's operations on contacts, as JSON. */
@NullMarked
package io.mingjing.evaluation.contact.api;

import org.jspecify.annotations.NullMarked;
