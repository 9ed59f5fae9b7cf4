/** Pages of the city office (市营商办), of discipline, and the public page of what waits. */
@NullMarked
package io.mingjing.evaluation.office.web;

import org.jspecify.annotations.NullMarked;
