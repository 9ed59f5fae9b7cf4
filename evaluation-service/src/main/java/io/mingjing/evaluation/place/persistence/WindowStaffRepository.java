package io.mingjing.evaluation.place.persistence;

import io.mingjing.evaluation.place.domain.WindowStaff;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The registered staff of windows, by their badge number. */
@ApplicationScoped
public class WindowStaffRepository implements PanacheRepositoryBase<WindowStaff, String> {

    /** In order of their badge numbers. */
    public List<WindowStaff> after(String code, int limit) {
        return find("code > ?1 order by code", code).page(0, limit).list();
    }
}
