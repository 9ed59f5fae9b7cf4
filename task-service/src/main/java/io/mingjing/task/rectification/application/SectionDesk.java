package io.mingjing.task.rectification.application;

import io.mingjing.kernel.http.Idempotency;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.task.TaskProblem;
import io.mingjing.task.Violations;
import io.mingjing.task.clock.application.Clocks;
import io.mingjing.task.rectification.domain.Evidence;
import io.mingjing.task.rectification.domain.Measure;
import io.mingjing.task.rectification.domain.Requester;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskAct;
import io.mingjing.task.rectification.persistence.EvidenceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sections do to their tasks: accept, hand back, enter progress, ask for close-out. */
@ApplicationScoped
public class SectionDesk {

    /**
     * Progress on a measure.
     *
     * @param measure number of the measure; null only where the task has one
     */
    public record Progress(@Nullable String measure, String note, List<Evidence.Piece> pieces) {

        public Progress {
            pieces = List.copyOf(pieces);
        }
    }

    private final Acting acting;
    private final EvidenceRepository evidence;
    private final Clocks clocks;
    private final Idempotency idempotency;
    private final Ids ids;

    SectionDesk(Acting acting, EvidenceRepository evidence, Clocks clocks, Idempotency idempotency, Ids ids) {
        this.acting = acting;
        this.evidence = evidence;
        this.clocks = clocks;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    /** 签收. */
    @Transactional
    public Task accept(On on) {
        return acting.perform(on, new Acting.Entry(TaskAct.ACCEPT, "TASK_ACCEPTED", null), Acting.Effect.none())
                .task();
    }

    /** 退单: the clock runs on, unless the coordinator cancels the task. */
    @Transactional
    public Task handBack(On on, String reason) {
        return acting.perform(on, new Acting.Entry(TaskAct.HAND_BACK, "TASK_HANDED_BACK", reason), Acting.Effect.none())
                .task();
    }

    /**
     * 登记进展, with evidence for one measure.
     *
     * @param key the caller's Idempotency-Key; without one the same entry sent twice is two entries
     */
    @Transactional
    public void progress(On on, Progress progress, @Nullable String key) {
        byte[] hash = Idempotency.hash(List.of(on.task(), progress));
        if (key != null && idempotency.locationOf(on.actor(), key, hash).isPresent()) {
            return;
        }
        Acting.Entry entry = new Acting.Entry(TaskAct.PROGRESS, "PROGRESS_ENTERED", words(progress));
        Acting.Done done = acting.perform(on, entry, (task, by, at) -> keep(task, progress, by, at));
        clocks.progressed(done.task().id(), done.at(), done.by().acted());
        if (key != null) {
            idempotency.remember(on.actor(), key, hash, on.task().toString());
        }
    }

    /** 申请销号: every measure has evidence by now; the clock is satisfied. */
    @Transactional
    public Task requestClose(On on, @Nullable String note) {
        Acting.Entry entry = new Acting.Entry(TaskAct.REQUEST_CLOSE, "CLOSE_REQUESTED", note);
        Acting.Done done =
                acting.perform(on, entry, (task, by, at) -> task.requestedBy(new Requester(by.subject(), by.name())));
        clocks.satisfy(done.task().id(), done.at(), done.by().acted());
        return done.task();
    }

    private void keep(Task task, Progress progress, By by, Instant at) {
        String measure = measureOf(task, progress.measure());
        progress.pieces()
                .forEach(piece ->
                        evidence.persist(Evidence.given(ids.next(), task.id(), measure, piece, by.name(), at)));
    }

    private static String measureOf(Task task, @Nullable String asked) {
        List<String> numbers = task.measures().stream().map(Measure::number).toList();
        if (asked == null && numbers.size() == 1) {
            return numbers.getFirst();
        }
        if (asked == null || !numbers.contains(asked)) {
            Violations violations = new Violations();
            violations.add(
                    "measure",
                    (asked == null ? "请选择措施" : "没有措施 " + asked) + "，本任务的措施为 " + String.join("、", numbers),
                    "The measures of this task are " + String.join(", ", numbers));
            violations.refuseIfAny(TaskProblem.ACT_INVALID);
        }
        return String.valueOf(asked);
    }

    private static String words(Progress progress) {
        String measure = progress.measure() == null ? "" : "措施 " + progress.measure() + "：";
        String pieces = progress.pieces().isEmpty()
                ? ""
                : "（佐证 "
                        + String.join(
                                "、",
                                progress.pieces().stream()
                                        .map(Evidence.Piece::name)
                                        .toList())
                        + "）";
        return measure + progress.note() + pieces;
    }
}
