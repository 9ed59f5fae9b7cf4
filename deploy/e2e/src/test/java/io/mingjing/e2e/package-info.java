/** The whole system under test: started by its own supervisor, used as people and neighbours use it, and broken on purpose. */
@NullMarked
package io.mingjing.e2e;

import org.jspecify.annotations.NullMarked;
