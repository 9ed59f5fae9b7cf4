/** Offices, the persons in them, who hears in place of a vacant post, and the hours in which people are told. */
@NullMarked
package io.mingjing.notification.recipient.domain;

import org.jspecify.annotations.NullMarked;
