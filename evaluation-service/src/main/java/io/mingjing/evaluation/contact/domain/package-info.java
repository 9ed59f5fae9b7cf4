/** What a contact is, what its letter says and when the office must have called. */
@NullMarked
package io.mingjing.evaluation.contact.domain;

import org.jspecify.annotations.NullMarked;
