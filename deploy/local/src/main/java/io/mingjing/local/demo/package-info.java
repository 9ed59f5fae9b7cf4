/** The demo: what a new local system is filled with, through the same public APIs that neighbours use. */
@NullMarked
package io.mingjing.local.demo;

import org.jspecify.annotations.NullMarked;
