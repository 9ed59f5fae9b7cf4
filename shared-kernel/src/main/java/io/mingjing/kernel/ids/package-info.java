/** Identifiers. */
@NullMarked
package io.mingjing.kernel.ids;

import org.jspecify.annotations.NullMarked;
