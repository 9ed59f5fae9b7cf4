/** The first page of the service, and the ends of signing in and out. */
@NullMarked
package io.mingjing.task.home.web;

import org.jspecify.annotations.NullMarked;
