package io.mingjing.evaluation.place.persistence;

import io.mingjing.evaluation.place.domain.Device;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The registered devices, by their serial. */
@ApplicationScoped
public class DeviceRepository implements PanacheRepositoryBase<Device, String> {

    /** In order of their serials. */
    public List<Device> after(String serial, int limit) {
        return find("serial > ?1 order by serial", serial).page(0, limit).list();
    }

    /** Those at places, in order of their serials. */
    public List<Device> at(Collection<String> places) {
        return list("place in ?1 order by serial", places);
    }

    /** Moves the day on which it was last seen, never back; reports of the same day write nothing. */
    public void seenOn(String serial, LocalDate day) {
        update("lastSeen = ?1 where serial = ?2 and (lastSeen is null or lastSeen < ?1)", day, serial);
    }
}
