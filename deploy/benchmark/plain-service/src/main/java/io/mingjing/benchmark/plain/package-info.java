/** The service that many would write first, to compare with: one request, one transaction, one entity. */
@NullMarked
package io.mingjing.benchmark.plain;

import org.jspecify.annotations.NullMarked;
