/** The settings of the ingress, with a real nginx in front of the service. */
@NullMarked
package io.mingjing.evaluation.ingress;

import org.jspecify.annotations.NullMarked;
