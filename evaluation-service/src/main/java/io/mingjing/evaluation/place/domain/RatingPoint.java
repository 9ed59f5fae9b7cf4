package io.mingjing.evaluation.place.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rating point (评价点): a place with a posted code that is no window, and the units that owned it. */
@Entity
@Table(name = "rating_point")
public class RatingPoint {

    @Id
    private String code;

    private int number;

    @Enumerated(EnumType.STRING)
    private SpotKind kind;

    private String name;
    private @Nullable String hall;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "point_owner", joinColumns = @JoinColumn(name = "point_code"))
    private Set<Owner> owners = new LinkedHashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RatingPoint() {}

    /**
     * @param code official code; it never changes
     * @param number what codes carry instead of the code
     * @param kind any but {@link SpotKind#WINDOW}; it never changes
     * @param hall code of the hall it is in; null where it is in none
     */
    public RatingPoint(String code, int number, SpotKind kind, String name, @Nullable String hall, String owner) {
        this.code = code;
        this.number = number;
        this.kind = kind;
        this.name = name;
        this.hall = hall;
        this.owners.add(new Owner(Owners.EVER_SINCE, owner));
    }

    public void describe(String newName, @Nullable String newHall) {
        this.name = newName;
        this.hall = newHall;
    }

    /** Passes to another owner from a day on; what was planned for that day or later is replaced. */
    public void passTo(String unit, LocalDate fromDay) {
        Owners.pass(owners, unit, fromDay);
    }

    /** The newest owner, even where its first day is still to come. */
    public String lastOwner() {
        return owners().getLast().unit();
    }

    /** Oldest first. */
    public List<Owner> owners() {
        return Owners.oldestFirst(owners);
    }

    public String code() {
        return code;
    }

    public int number() {
        return number;
    }

    public SpotKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public @Nullable String hall() {
        return hall;
    }
}
