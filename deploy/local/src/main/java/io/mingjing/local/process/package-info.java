/** Child processes and ports. */
@NullMarked
package io.mingjing.local.process;

import org.jspecify.annotations.NullMarked;
