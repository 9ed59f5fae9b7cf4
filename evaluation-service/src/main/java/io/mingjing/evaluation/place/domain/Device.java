package io.mingjing.evaluation.place.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device that takes ratings (评价器, R-113). When it was last seen is a day, told by its own report alone: a rating
 * carries no device, and a finer time would be a shadow of the ratings.
 */
@Entity
@Table(name = "device")
public class Device {

    @Id
    private String serial;

    @Enumerated(EnumType.STRING)
    private DeviceKind kind;

    private String place;

    @Enumerated(EnumType.STRING)
    private DeviceStatus status;

    @Column(name = "last_seen", insertable = false, updatable = false)
    private @Nullable LocalDate lastSeen;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Device() {}

    /** @param place code of the window or rating point at which it stands */
    public Device(String serial, DeviceKind kind, String place, DeviceStatus status) {
        this.serial = serial;
        this.kind = kind;
        this.place = place;
        this.status = status;
    }

    public void describe(DeviceKind newKind, String newPlace, DeviceStatus newStatus) {
        this.kind = newKind;
        this.place = newPlace;
        this.status = newStatus;
    }

    public String serial() {
        return serial;
    }

    public DeviceKind kind() {
        return kind;
    }

    public String place() {
        return place;
    }

    public DeviceStatus status() {
        return status;
    }

    /** Whether it is in use and did not report on a day or later. */
    public boolean silentSince(LocalDate day) {
        return status == DeviceStatus.IN_USE && (lastSeen == null || lastSeen.isBefore(day));
    }

    /** Business day of its last report; empty where it never reported. */
    public Optional<LocalDate> lastSeen() {
        return Optional.ofNullable(lastSeen);
    }
}
