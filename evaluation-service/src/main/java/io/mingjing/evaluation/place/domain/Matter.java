package io.mingjing.evaluation.place.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A matter (政务服务事项) of the catalogue, with the units that answered for its procedure. */
@Entity
@Table(name = "matter")
public class Matter {

    /**
     * What the catalogue says of a matter.
     *
     * @param basis what it rests on (设定依据)
     * @param catalogueVersion which edition of the catalogue says so
     */
    @Embeddable
    public record Details(
            @Column(name = "name") String name,

            @Enumerated(EnumType.STRING) @Column(name = "type") @Nullable
            MatterType type,

            @Column(name = "basis") @Nullable String basis,

            @Column(name = "catalogue_version") @Nullable String catalogueVersion) {}

    @Id
    private String code;

    private int number;

    @Embedded
    private Details details;

    @Embedded
    private @Nullable Limits limits;

    private boolean contradictory;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "matter_owner", joinColumns = @JoinColumn(name = "matter_code"))
    private Set<Owner> owners = new LinkedHashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "matter_edition", joinColumns = @JoinColumn(name = "matter_code"))
    private Set<Edition> editions = new LinkedHashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Matter() {}

    /**
     * @param code official code; it never changes
     * @param number what visit codes carry instead of the code
     * @param owner code of the unit that answers for the procedure; null where that is the window's owner
     */
    public Matter(String code, int number, Details details, Limits limits, @Nullable String owner) {
        this.code = code;
        this.number = number;
        // As with owners: what is registered first has been so ever since.
        describe(details, limits, Owners.EVER_SINCE);
        if (owner != null) {
            this.owners.add(new Owner(Owners.EVER_SINCE, owner));
        }
    }

    /**
     * @param anew where it names no edition, the newest named one stays in force
     * @param day from which it is described so: a rating of an earlier visit refers to the edition of its own day
     */
    public final void describe(Details anew, Limits newLimits, LocalDate day) {
        String newest = editions.isEmpty() ? null : editions().getLast().catalogueVersion();
        String edition = anew.catalogueVersion() == null ? newest : anew.catalogueVersion();
        this.details = new Details(anew.name(), anew.type(), anew.basis(), edition);
        if (edition != null && !edition.equals(newest)) {
            editions.removeIf(planned -> !planned.fromDay().isBefore(day));
            editions.add(new Edition(day, edition));
        }
        this.limits = newLimits;
        this.contradictory = !newLimits.faults().isEmpty();
    }

    /** Passes to another unit (划转) from a day on; what was planned for that day or later is replaced. */
    public void passTo(String unit, LocalDate fromDay) {
        Owners.pass(owners, unit, fromDay);
    }

    /** The newest owner, even where its first day is still to come; empty where the window's owner answers. */
    public Optional<String> lastOwner() {
        return owners.isEmpty()
                ? Optional.empty()
                : Optional.of(owners().getLast().unit());
    }

    /** Oldest first. */
    public List<Owner> owners() {
        return Owners.oldestFirst(owners);
    }

    /** By first day, oldest first; none where no edition was ever named. */
    public List<Edition> editions() {
        return editions.stream().sorted(Comparator.comparing(Edition::fromDay)).toList();
    }

    public String code() {
        return code;
    }

    public int number() {
        return number;
    }

    public String name() {
        return details.name();
    }

    public Details details() {
        return details;
    }

    /** Whether its limits contradict each other. */
    public boolean contradictory() {
        return contradictory;
    }

    public Limits limits() {
        // Hibernate reads an embedded value whose columns are all null as none.
        return Objects.requireNonNullElse(limits, Limits.UNKNOWN);
    }
}
