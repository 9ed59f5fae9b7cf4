package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.intake.domain.Streams;
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

    /** What the keys of a stream's rows are made for; the other streams know of no visits. */
    private static final Map<String, String> PURPOSES = Map.of(Streams.VISIT, "spend", Streams.CONTESTED, "contested");

    private final DayKeys days;
    private final PendingBoxes boxes;

    FurtherMatters(DayKeys days, PendingBoxes boxes) {
        this.days = days;
        this.boxes = boxes;
    }

    /** Whether ratings of a stream carry the tag of a visit. */
    static boolean knowsVisits(String stream) {
        return PURPOSES.containsKey(stream);
    }

    /**
     * @param pending matters of pending ratings of a stream, by the tag of their visit
     * @param visits the visits known, by tag
     * @return tags of those with a matter that is mixed already
     */
    Set<ByteBuffer> countedBefore(
            String stream, Map<ByteBuffer, Set<String>> pending, Map<ByteBuffer, FinishedVisit> visits) {
        Map<ByteBuffer, ByteBuffer> tags = new HashMap<>();
        Map<ByteBuffer, BoxKey> keys = new HashMap<>();
        pending.forEach((tag, matters) -> {
            FinishedVisit visit = visits.get(tag);
            if (visit == null || matters.containsAll(visit.matters())) {
                return;
            }
            days.find(visit.expDay()).ifPresent(day -> visit.matters().stream()
                    .filter(matter -> !matters.contains(matter))
                    .forEach(matter -> {
                        byte[] h = KeyedHash.of(
                                day.spend(),
                                PURPOSES.getOrDefault(stream, stream),
                                tag.array(),
                                matter.getBytes(StandardCharsets.UTF_8));
                        tags.put(ByteBuffer.wrap(h), tag);
                        keys.put(ByteBuffer.wrap(h), new BoxKey(visit.expDay(), h));
                    }));
        });
        return keys.isEmpty()
                ? Set.of()
                : boxes.emptiedOf(keys.values()).stream().map(tags::get).collect(Collectors.toSet());
    }
}
