package io.mingjing.task.rectification.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rectification task (整改任务). Its state moves only as {@link Transitions} says; its due day is its clock's.
 * The accessors of everything a document says of a task make the class longer than most.
 */
@Entity
public class Task {

    /** Acts that whoever asked for close-out may not do: two people for a close, and a person is an OIDC subject. */
    private static final Set<TaskAct> ANOTHER_PERSONS = EnumSet.of(TaskAct.VERIFY, TaskAct.CLOSE);

    @Id
    private UUID id;

    private @Nullable String number;

    @Embedded
    private Origin origin;

    private String bureau;

    @Embedded
    private Wording wording;

    @ElementCollection
    @CollectionTable(name = "task_unit", joinColumns = @JoinColumn(name = "task_id"))
    @OrderColumn(name = "position")
    private List<UnitPart> units = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "task_measure", joinColumns = @JoinColumn(name = "task_id"))
    @OrderColumn(name = "position")
    private List<Measure> measures = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "task_fact", joinColumns = @JoinColumn(name = "task_id"))
    @OrderColumn(name = "position")
    private List<Fact> facts = new ArrayList<>();

    @Embedded
    private TimeLimit limit;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    @Column(name = "done_on")
    private @Nullable LocalDate doneOn;

    @Column(name = "created_at")
    private Instant createdAt;

    @Embedded
    private @Nullable Requester requester;

    @Embedded
    private @Nullable Closure closure;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Task() {}

    /** A task as its source states it, not issued yet. */
    public static Task drafted(UUID id, TaskDraft draft, Instant at) {
        Task task = new Task();
        task.id = id;
        task.origin = draft.origin();
        task.bureau = draft.bureau();
        task.wording = draft.wording();
        task.assign(UnitPart.Part.LEAD, draft.leads());
        task.assign(UnitPart.Part.RESPONSIBLE, draft.responsible());
        task.measures.addAll(draft.measures());
        task.facts.addAll(draft.facts());
        task.limit = draft.limit();
        task.state = TaskState.DRAFT;
        task.createdAt = at;
        return task;
    }

    /** The work was done before the plan came out; whoever states it counts as having asked for close-out. */
    public void statedDone(LocalDate on, Requester by) {
        doneOn = on;
        requester = by;
    }

    /** Gets its number and the snapshot of the responsible units, and leaves the draft behind. */
    public void issued(String itsNumber, List<String> responsible, TaskState to) {
        if (state != TaskState.DRAFT) {
            throw new IllegalStateException("Task " + id + " is " + state + " and has been issued before");
        }
        number = itsNumber;
        if (!responsible.equals(responsible())) {
            units.removeIf(unit -> unit.part() == UnitPart.Part.RESPONSIBLE);
            assign(UnitPart.Part.RESPONSIBLE, responsible);
        }
        state = to;
    }

    /**
     * Whether a person may do something now.
     *
     * @param parties what the person is to this task
     * @param unproven numbers of the measures that have no evidence
     */
    public Ruling ruling(TaskAct act, Set<Party> parties, String subject, Set<String> unproven) {
        if (!Transitions.everDoneBy(parties, act, origin.source())) {
            return new Ruling.NotTheirs(act);
        }
        Optional<Transitions.Line> line = Transitions.of(state, act);
        if (line.isEmpty()) {
            return new Ruling.WrongState(state);
        }
        Set<Party> as = Transitions.as(line.get(), origin.source(), parties);
        if (as.isEmpty()) {
            return new Ruling.NotTheirs(act);
        }
        if (ANOTHER_PERSONS.contains(act)
                && requester().filter(who -> who.subject().equals(subject)).isPresent()) {
            return new Ruling.SamePerson();
        }
        if (act == TaskAct.REQUEST_CLOSE && !unproven.isEmpty()) {
            return new Ruling.EvidenceMissing(measures.stream()
                    .map(Measure::number)
                    .filter(unproven::contains)
                    .toList());
        }
        return new Ruling.Allowed(line.get().to(), as);
    }

    public void moveTo(TaskState to) {
        state = to;
    }

    /** Close-out was asked for (申请销号). */
    public void requestedBy(Requester who) {
        requester = who;
    }

    /** Closed by number (销号). */
    public void closed(Closure how) {
        closure = how;
    }

    /** Something became known later, such as what the raters meant in the city office's words. */
    public void learned(Fact fact) {
        facts.add(fact);
    }

    private void assign(UnitPart.Part part, List<String> codes) {
        codes.forEach(code -> units.add(new UnitPart(code, part)));
    }

    private List<String> codes(UnitPart.Part part) {
        return units.stream()
                .filter(unit -> unit.part() == part)
                .map(UnitPart::unit)
                .toList();
    }

    public UUID id() {
        return id;
    }

    /** The human number (任务号); empty while a draft. */
    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    public Origin origin() {
        return origin;
    }

    public String bureau() {
        return bureau;
    }

    public Wording wording() {
        return wording;
    }

    /** Lead sections in the document's order; empty where the coordinator answers. */
    public List<String> leads() {
        return codes(UnitPart.Part.LEAD);
    }

    public List<String> responsible() {
        return codes(UnitPart.Part.RESPONSIBLE);
    }

    public List<Measure> measures() {
        return List.copyOf(measures);
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    public TimeLimit limit() {
        return limit;
    }

    public TaskState state() {
        return state;
    }

    /** The day the work was done, where that was before the plan came out. */
    public Optional<LocalDate> doneOn() {
        return Optional.ofNullable(doneOn);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Requester> requester() {
        return Optional.ofNullable(requester);
    }

    public Optional<Closure> closure() {
        return Optional.ofNullable(closure);
    }

    /** An ongoing task is closed for the round only (本轮销号), and its proofs end with it; a later round may open it anew. */
    public boolean closesForTheRound() {
        return limit.kind() == TimeLimit.Kind.IMMEDIATE_AND_ONGOING;
    }

    public long version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Task task && id.equals(task.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
