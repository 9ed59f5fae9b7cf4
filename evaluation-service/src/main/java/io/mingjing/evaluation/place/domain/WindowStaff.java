package io.mingjing.evaluation.place.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
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

/** Somebody who staffs windows (窗口人员), and the units that send them there (派出单位, R-018) one after the other. */
@Entity
@Table(name = "window_staff")
public class WindowStaff {

    @Id
    private String code;

    private String name;
    private String duty;

    @Column(name = "photo_name", insertable = false, updatable = false)
    private @Nullable String photo;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_unit", joinColumns = @JoinColumn(name = "staff_code"))
    private Set<Owner> units = new LinkedHashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected WindowStaff() {}

    /**
     * @param code number of the person's badge (工号); it never changes
     * @param duty what they are there for, as on the window card
     * @param sendingUnit code of the unit that sends them
     */
    public WindowStaff(String code, String name, String duty, String sendingUnit) {
        this.code = code;
        this.name = name;
        this.duty = duty;
        this.units.add(new Owner(Owners.EVER_SINCE, sendingUnit));
    }

    public void describe(String newName, String newDuty) {
        this.name = newName;
        this.duty = newDuty;
    }

    /** Is sent by another unit from a day on; what was planned for that day or later is replaced. */
    public void passTo(String unit, LocalDate fromDay) {
        Owners.pass(units, unit, fromDay);
    }

    /** The newest sending unit, even where its first day is still to come. */
    public String lastUnit() {
        return units().getLast().unit();
    }

    /** Oldest first. */
    public List<Owner> units() {
        return Owners.oldestFirst(units);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String duty() {
        return duty;
    }

    /** Name of the photo's content; null where there is none. */
    public @Nullable String photo() {
        return photo;
    }
}
