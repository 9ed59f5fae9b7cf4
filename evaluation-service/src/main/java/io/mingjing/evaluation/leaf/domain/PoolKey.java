package io.mingjing.evaluation.leaf.domain;

import org.jspecify.annotations.Nullable;

/**
 * What keeps pending ratings apart until a leaf closes.
 *
 * @param place code of the window; null above a window
 * @param ownerUnit unit that owned the window at service time; above a window the unit that gathers
 * @param stream trust class; a leaf sums one stream only
 */
public record PoolKey(Scope scope, @Nullable String place, String ownerUnit, String stream) {

    public static PoolKey ofWindow(String place, String ownerUnit, String stream) {
        return new PoolKey(Scope.WINDOW, place, ownerUnit, stream);
    }

    /**
     * What the numbers of its leaves (叶号) begin with. Each owner's count on their own, and the city's apart: a gap would
     * show that others had leaves.
     */
    public String series() {
        return (scope == Scope.CITY ? "市叶-" : "叶-") + ownerUnit;
    }
}
