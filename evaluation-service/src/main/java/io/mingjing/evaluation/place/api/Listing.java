package io.mingjing.evaluation.place.api;

import io.mingjing.kernel.http.Cursor;
import org.jspecify.annotations.Nullable;

/** Where a list in order of codes goes on. */
final class Listing {

    private Listing() {}

    /** The last code of the page before; empty at the beginning. */
    static String code(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        return cursor == null ? "" : cursor.parts().getFirst();
    }
}
