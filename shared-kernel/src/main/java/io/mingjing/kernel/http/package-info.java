/** How a service answers: problems, pages of lists, actors and their posts, idempotency, the CSRF guard. */
@NullMarked
package io.mingjing.kernel.http;

import org.jspecify.annotations.NullMarked;
