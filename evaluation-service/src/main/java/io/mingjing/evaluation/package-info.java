/** Takes in ratings, keeps them sealed, mixes, counts and publishes them: what the whole service shares. */
@NullMarked
package io.mingjing.evaluation;

import org.jspecify.annotations.NullMarked;
