/** Units (单位、科室) as a tree, and who holds which post (岗位) for which period. */
@NullMarked
package io.mingjing.task.organisation.domain;

import org.jspecify.annotations.NullMarked;
