package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.leaf.persistence.BoxKey;
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
import io.mingjing.evaluation.leaf.persistence.VisitCounts.FinishedVisit;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the visits of which an earlier leaf took a matter (anonymity rule K4): they were raters there and fill no gate
 * again. Nothing is stored for it; the day's spend key says where the visit's other matters lie in the intake, and an
 * emptied box there was mixed.
 */
@ApplicationScoped
class FurtherMatters {

    private final DayKeys days;
    private final PendingBoxes boxes;

    FurtherMatters(DayKeys days, PendingBoxes boxes) {
        this.days = days;
        this.boxes = boxes;
    }

    /**
     * @param rated visits with pending ratings, by tag
     * @return tags of those with a matter that is mixed already
     */
    Set<ByteBuffer> countedBefore(Map<ByteBuffer, FinishedVisit> rated) {
        Map<ByteBuffer, ByteBuffer> tags = new HashMap<>();
        Map<ByteBuffer, BoxKey> keys = new HashMap<>();
        rated.forEach((tag, visit) -> days.find(visit.expDay()).ifPresent(day -> {
            for (String matter : visit.matters()) {
                byte[] h = KeyedHash.of(day.spend(), "spend", tag.array(), matter.getBytes(StandardCharsets.UTF_8));
                tags.put(ByteBuffer.wrap(h), tag);
                keys.put(ByteBuffer.wrap(h), new BoxKey(visit.expDay(), h));
            }
        }));
        return boxes.emptiedOf(keys.values()).stream().map(tags::get).collect(Collectors.toSet());
    }
}
