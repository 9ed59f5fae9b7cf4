package io.mingjing.task.intake.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.clock.application.LimitPolicies;
import io.mingjing.task.intake.domain.ClosedLeaf;
import io.mingjing.task.intake.domain.LeafWords;
import io.mingjing.task.intake.persistence.LeafTaskRows;
import io.mingjing.task.organisation.application.Units;
import io.mingjing.task.organisation.application.Units.Known;
import io.mingjing.task.rectification.application.By;
import io.mingjing.task.rectification.application.Issuing;
import io.mingjing.task.rectification.application.Remarks;
import io.mingjing.task.rectification.domain.Origin;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskDraft;
import io.mingjing.task.rectification.domain.TaskSource;
import io.mingjing.task.rectification.domain.TimeLimit;
import io.mingjing.task.rectification.domain.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One task for each closed leaf with poor ratings, led by the unit the leaf belongs to, by the coordinator where that is a
 * bureau (K9). Its limit counts from the day of the slot.
 */
@ApplicationScoped
public class LeafTasks {

    private final LeafTaskRows rows;
    private final Units units;
    private final LimitPolicies policies;
    private final Issuing issuing;
    private final Remarks remarks;

    LeafTasks(LeafTaskRows rows, Units units, LimitPolicies policies, Issuing issuing, Remarks remarks) {
        this.rows = rows;
        this.units = units;
        this.policies = policies;
        this.issuing = issuing;
        this.remarks = remarks;
    }

    /** Opens the leaf's task; a leaf that opens none, or has one already, changes nothing. */
    @Transactional
    public void open(ClosedLeaf leaf) {
        if (leaf.opensTask()) {
            openOnce(leaf, leaf.slot());
        }
    }

    /**
     * Opens the task of a leaf that the city office passed on (转办); one that has its task already changes nothing.
     *
     * @param at when the office decided: the limit counts from that day
     * @param paraphrases what was published of the leaf before it had a task
     */
    @Transactional
    public void openPassedOn(ClosedLeaf leaf, Instant at, List<String> paraphrases) {
        if (leaf.poor() > 0 && openOnce(leaf, at)) {
            paraphrase(leaf.id(), paraphrases);
        }
    }

    private boolean openOnce(ClosedLeaf leaf, Instant from) {
        if (rows.taskOf(leaf.id()).isPresent()) {
            return false;
        }
        Known bureau = units.bureauOf(leaf.ownerUnit())
                .orElseThrow(() -> new IllegalStateException("The leaf belongs to a unit nobody recorded: "
                        + leaf.ownerUnit() + "; record the unit and redrive the event"));
        LocalDate day = LocalDate.ofInstant(from, BusinessClock.ZONE);
        List<String> leads = bureau.code().equals(leaf.ownerUnit()) ? List.of() : List.of(leaf.ownerUnit());
        Task task = issuing.draft(
                new TaskDraft(
                        new Origin(TaskSource.LEAF, leaf.id(), 1),
                        bureau.code(),
                        new Wording(null, LeafWords.title(leaf), LeafWords.text(leaf), null, null),
                        leads,
                        List.of(),
                        TimeLimit.of(null, policies.poorRatings(day)),
                        LeafWords.measures(leaf),
                        LeafWords.facts(leaf)),
                By.SYSTEM);
        issuing.issue(task, List.of(), day, By.SYSTEM);
        rows.keep(leaf, task.id());
        return true;
    }

    /** Adds the city office's paraphrase (转述) to the leaf's task. */
    @Transactional
    public void paraphrase(UUID leafId, List<String> paraphrases) {
        rows.taskOf(leafId)
                .ifPresent(
                        taskId -> paraphrases.forEach(words -> remarks.add(taskId, "群众意见（市营商办转述）", words, By.SYSTEM)));
    }
}
