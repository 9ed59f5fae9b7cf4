/** The mail server and what it received. */
@NullMarked
package io.mingjing.local.mail;

import org.jspecify.annotations.NullMarked;
