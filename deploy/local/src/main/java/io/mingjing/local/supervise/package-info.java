/** What ./run starts: checks, starts, watches and stops the whole system on one machine. */
@NullMarked
package io.mingjing.local.supervise;

import org.jspecify.annotations.NullMarked;
