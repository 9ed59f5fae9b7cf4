package io.mingjing.evaluation.place.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A matter (政务服务事项) that is dealt with at windows. */
@Entity
@Table(name = "matter")
public class Matter {

    @Id
    private String code;

    private int number;
    private String name;

    @Column(name = "owner_unit")
    private @Nullable String ownerUnit;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Matter() {}

    /**
     * @param code official code; it never changes
     * @param number what visit codes carry instead of the code
     * @param ownerUnit code of the unit that answers for the procedure; null where that is the window's owner
     */
    public Matter(String code, int number, String name, @Nullable String ownerUnit) {
        this.code = code;
        this.number = number;
        this.name = name;
        this.ownerUnit = ownerUnit;
    }

    public void describe(String newName, @Nullable String newOwnerUnit) {
        this.name = newName;
        this.ownerUnit = newOwnerUnit;
    }

    public String code() {
        return code;
    }

    public int number() {
        return number;
    }

    public String name() {
        return name;
    }

    public @Nullable String ownerUnit() {
        return ownerUnit;
    }
}
