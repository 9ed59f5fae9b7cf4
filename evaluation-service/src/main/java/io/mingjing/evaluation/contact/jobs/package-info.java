/** The morning hand-over, the watch on the office's key and the deletion of old contacts. */
@NullMarked
package io.mingjing.evaluation.contact.jobs;

import org.jspecify.annotations.NullMarked;
