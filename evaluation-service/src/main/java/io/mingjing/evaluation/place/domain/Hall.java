package io.mingjing.evaluation.place.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A hall (大厅) in which windows stand. */
@Entity
@Table(name = "hall")
public class Hall {

    @Id
    private String code;

    private String name;
    private @Nullable String unit;

    @SuppressWarnings("NullAway.Init")
    protected Hall() {}

    /**
     * @param code official code; it never changes
     * @param unit code of the unit that runs the hall; null where the city does
     */
    public Hall(String code, String name, @Nullable String unit) {
        this.code = code;
        this.name = name;
        this.unit = unit;
    }

    public void describe(String newName, @Nullable String newUnit) {
        this.name = newName;
        this.unit = newUnit;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public @Nullable String unit() {
        return unit;
    }
}
