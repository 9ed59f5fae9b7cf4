/** Tasks over HTTP. */
@NullMarked
package io.mingjing.task.rectification.api;

import org.jspecify.annotations.NullMarked;
