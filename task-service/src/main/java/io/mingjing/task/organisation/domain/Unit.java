package io.mingjing.task.organisation.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit (单位、科室). Its official code never changes and is what events, posts and tasks name; kind stays what it was
 * recorded as, because tasks and ladders were laid out by it.
 */
@Entity
public class Unit {

    /**
     * What can be said about a unit.
     *
     * @param parent code of the unit above; null at the root
     * @param region administrative division code (行政区划代码), six to twelve digits; null where unknown
     * @param active whether it still exists; a dissolved unit keeps its history
     */
    public record Facts(
            String name,
            UnitKind kind,
            @Nullable String parent,
            @Nullable String region,
            boolean active) {

        /** One line for the trail. */
        public String words() {
            return name + "，" + kind.zh() + (parent == null ? "" : "，上级 " + parent) + (active ? "" : "，已撤销");
        }
    }

    @Id
    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    @Column(name = "parent")
    private @Nullable String parent;

    private @Nullable String region;
    private boolean active;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Unit() {}

    /** A unit recorded for the first time. */
    public static Unit recorded(String code, Facts facts) {
        Unit unit = new Unit();
        unit.code = code;
        unit.kind = facts.kind();
        unit.amend(facts);
        return unit;
    }

    /**
     * Takes over what changed.
     *
     * @return whether anything did
     */
    public boolean amend(Facts facts) {
        boolean changed = !facts.equals(facts());
        name = facts.name();
        parent = facts.parent();
        region = facts.region();
        active = facts.active();
        return changed;
    }

    public Facts facts() {
        return new Facts(name, kind, parent, region, active);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public UnitKind kind() {
        return kind;
    }

    public Optional<String> parent() {
        return Optional.ofNullable(parent);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && Objects.equals(code, unit.code);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(code);
    }
}
