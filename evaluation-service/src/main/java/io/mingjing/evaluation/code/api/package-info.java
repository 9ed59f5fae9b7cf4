/** JSON for visits and their codes. */
@NullMarked
package io.mingjing.evaluation.code.api;

import org.jspecify.annotations.NullMarked;
