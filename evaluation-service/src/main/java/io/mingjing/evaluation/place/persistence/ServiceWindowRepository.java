package io.mingjing.evaluation.place.persistence;

import io.mingjing.evaluation.place.domain.ServiceWindow;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The registered windows, by their official code. */
@ApplicationScoped
public class ServiceWindowRepository implements PanacheRepositoryBase<ServiceWindow, String> {

    /** In order of their codes. */
    public List<ServiceWindow> after(String code, int limit) {
        return find("code > ?1 order by code", code).page(0, limit).list();
    }
}
