package io.mingjing.task.plan.domain;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rectification plan (专项整改方案). Its tasks are the rectification's, from the draft on. */
@Entity
public class Plan {

    @Id
    private UUID id;

    private String title;
    private String bureau;

    @Embedded
    private @Nullable Round round;

    @Embedded
    private @Nullable Release release;

    @Column(name = "basis_text")
    private @Nullable String basisText;

    @Column(name = "group_name")
    private @Nullable String groupName;

    @ElementCollection
    @CollectionTable(name = "plan_basis", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<Basis> basis = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "plan_narrative", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<Narrative> narrative = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "plan_level", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<GroupLevel> levels = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "plan_responsible", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<ResponsibleEntry> responsible = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private PlanState state;

    @Column(name = "imported_at")
    private Instant importedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Plan() {}

    /** A plan as it was brought in. */
    public static Plan imported(UUID id, PlanContent content, Instant at) {
        Plan plan = new Plan();
        plan.id = id;
        plan.title = content.title();
        plan.bureau = content.bureau();
        plan.round = content.round();
        plan.release = content.release();
        plan.basisText = content.basisText();
        plan.groupName = content.groupName();
        plan.basis.addAll(content.basis());
        plan.narrative.addAll(content.narrative());
        plan.levels.addAll(content.levels());
        plan.responsible.addAll(content.responsible());
        plan.state = PlanState.DRAFT;
        plan.importedAt = at;
        return plan;
    }

    /** Published: from now on immutable. */
    public void published(Instant at) {
        if (state != PlanState.DRAFT) {
            throw new IllegalStateException("Published already");
        }
        state = PlanState.PUBLISHED;
        publishedAt = at;
    }

    /** The day limits count from: the document's own, otherwise the day it is published here. */
    public LocalDate startDay(LocalDate today) {
        return release == null ? today : release.day();
    }

    public PlanContent content() {
        return new PlanContent(
                title, bureau, round, release, basisText, basis, narrative, groupName, levels, responsible);
    }

    /** Entries for the responsible sections of one task, in the plan's order. */
    public List<String> responsibleFor(int item) {
        return responsible.stream()
                .filter(entry -> entry.item() == item)
                .map(ResponsibleEntry::entry)
                .toList();
    }

    public UUID id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String bureau() {
        return bureau;
    }

    public PlanState state() {
        return state;
    }

    public Instant importedAt() {
        return importedAt;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public long version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plan plan && id.equals(plan.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
