/** Tasks on pages; every form works without scripts. */
@NullMarked
package io.mingjing.task.rectification.web;

import org.jspecify.annotations.NullMarked;
