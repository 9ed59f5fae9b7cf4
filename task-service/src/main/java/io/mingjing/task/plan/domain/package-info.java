/** Plans (专项整改方案) as documents: their basis, leading group and words, kept verbatim. */
@NullMarked
package io.mingjing.task.plan.domain;

import org.jspecify.annotations.NullMarked;
