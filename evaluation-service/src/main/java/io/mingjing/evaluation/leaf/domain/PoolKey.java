package io.mingjing.evaluation.leaf.domain;

import io.mingjing.evaluation.intake.domain.Streams;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What keeps pending ratings apart until a leaf closes.
 *
 * @param place code of the window; null above a window
 * @param ownerUnit unit that owned the window at service time; above a window the unit that gathers
 * @param stream trust class; a leaf sums one stream only
 */
public record PoolKey(Scope scope, @Nullable String place, String ownerUnit, String stream) {

    private static final Set<Scope> NEAR = Set.of(Scope.WINDOW, Scope.SECTION_REST);

    public static PoolKey ofWindow(String place, String ownerUnit, String stream) {
        return new PoolKey(Scope.WINDOW, place, ownerUnit, stream);
    }

    /**
     * Whether pools of this level may become leaves. Only visits do so at a window or in a section: whoever works there
     * scans the notice board, contests or answers the telephone as he likes, and could take his own few ratings from the
     * sum. What comes without a confirmed visit goes up to the whole bureau at once (anonymity rules K3 and K4).
     */
    public boolean mayClose() {
        return stream.equals(Streams.VISIT) || !NEAR.contains(scope);
    }

    /**
     * What the numbers of its leaves (叶号) begin with. Each owner's count on their own, and the city's apart: a gap would
     * show that others had leaves.
     */
    public String series() {
        return (scope == Scope.CITY ? "市叶-" : "叶-") + ownerUnit;
    }
}
