/** Stores of deliveries and of the ledger, and the claim of what is due. */
@NullMarked
package io.mingjing.notification.delivery.persistence;

import org.jspecify.annotations.NullMarked;
