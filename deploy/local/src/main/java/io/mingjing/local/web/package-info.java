/** The few pages of the launcher itself: HTML, language and a small server on the loopback address. */
@NullMarked
package io.mingjing.local.web;

import org.jspecify.annotations.NullMarked;
