/** The first page of the service, and the ends of signing in and out. */
@NullMarked
package io.mingjing.notification.home.web;

import org.jspecify.annotations.NullMarked;
