/** Tables of contacts, calls, mornings and office keys. */
@NullMarked
package io.mingjing.evaluation.contact.persistence;

import org.jspecify.annotations.NullMarked;
