/** The first page of the service, and the ends of signing in and out. */
@NullMarked
package io.mingjing.evaluation.home.web;

import org.jspecify.annotations.NullMarked;
