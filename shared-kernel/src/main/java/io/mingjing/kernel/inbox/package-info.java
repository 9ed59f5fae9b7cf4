/** Events take effect once (inbox), and what cannot take effect is kept and can be sent again (dead letters). */
@NullMarked
package io.mingjing.kernel.inbox;

import org.jspecify.annotations.NullMarked;
