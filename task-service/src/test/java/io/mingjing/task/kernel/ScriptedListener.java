package io.mingjing.task.kernel;

import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.NoticeEvent;
import io.mingjing.kernel.event.Topics;
import io.mingjing.kernel.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens on a topic the service itself has no use for, remembers what it was called with and fails where told to. */
@ApplicationScoped
public class ScriptedListener implements EventListener {

    private final List<Envelope> heard = new CopyOnWriteArrayList<>();
    private final Set<UUID> poison = ConcurrentHashMap.newKeySet();

    @Override
    public Set<Topics> topics() {
        return Set.of(Topics.NOTICE);
    }

    @Override
    public void on(Envelope envelope) {
        heard.add(envelope);
        if (envelope.event() instanceof NoticeEvent.NoticeSettled settled && poison.contains(settled.noticeId())) {
            throw new IllegalStateException("scripted to fail on " + settled.noticeId());
        }
    }

    List<Long> sequencesOf(UUID notice) {
        return heard.stream()
                .filter(each -> each.event().aggregateId().equals(notice.toString()))
                .map(Envelope::sequence)
                .toList();
    }

    void failOn(UUID notice) {
        poison.add(notice);
    }

    void recover() {
        poison.clear();
    }
}
