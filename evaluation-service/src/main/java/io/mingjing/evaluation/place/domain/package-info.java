/** Halls (大厅), windows (窗口), matters (事项) and who owned them when. */
@NullMarked
package io.mingjing.evaluation.place.domain;

import org.jspecify.annotations.NullMarked;
