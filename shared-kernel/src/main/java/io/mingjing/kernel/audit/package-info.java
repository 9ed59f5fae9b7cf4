/** Who did what, under which post, when and why: append-only and hash-chained (全程留痕). */
@NullMarked
package io.mingjing.kernel.audit;

import org.jspecify.annotations.NullMarked;
