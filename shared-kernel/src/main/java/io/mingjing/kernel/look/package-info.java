/** One look for all pages: layout, styles, navigation. */
@NullMarked
package io.mingjing.kernel.look;

import org.jspecify.annotations.NullMarked;
