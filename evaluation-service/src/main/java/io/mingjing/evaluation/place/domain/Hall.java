package io.mingjing.evaluation.place.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A hall (大厅) in which windows stand; halls lie below one another at three levels. */
@Entity
@Table(name = "hall")
public class Hall {

    /**
     * What is said of a hall.
     *
     * @param unit code of the unit that runs the hall; null where the city does
     * @param parent code of the hall above it; null at the highest level, and only there
     * @param region administrative division code (行政区划代码); null where it was not given
     */
    @Embeddable
    public record Details(
            @Column(name = "name") String name,

            @Column(name = "unit") @Nullable String unit,

            @Enumerated(EnumType.STRING) @Column(name = "level")
            HallLevel level,

            @Column(name = "parent") @Nullable String parent,

            @Column(name = "region") @Nullable String region) {}

    @Id
    private String code;

    @Embedded
    private Details details;

    @SuppressWarnings("NullAway.Init")
    protected Hall() {}

    /** @param code official code; it never changes */
    public Hall(String code, Details details) {
        this.code = code;
        this.details = details;
    }

    public void describe(Details anew) {
        this.details = anew;
    }

    public String code() {
        return code;
    }

    public Details details() {
        return details;
    }

    public String name() {
        return details.name();
    }

    public HallLevel level() {
        return details.level();
    }

    public @Nullable String unit() {
        return details.unit();
    }

    public @Nullable String parent() {
        return details.parent();
    }
}
