/** The clerk's page: make a visit, show its code. */
@NullMarked
package io.mingjing.evaluation.code.web;

import org.jspecify.annotations.NullMarked;
