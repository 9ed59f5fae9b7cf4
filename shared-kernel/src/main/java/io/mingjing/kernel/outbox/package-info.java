/** Events leave in the transaction that made them true (transactional outbox). */
@NullMarked
package io.mingjing.kernel.outbox;

import org.jspecify.annotations.NullMarked;
