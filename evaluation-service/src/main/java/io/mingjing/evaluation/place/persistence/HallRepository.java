package io.mingjing.evaluation.place.persistence;

import io.mingjing.evaluation.place.domain.Hall;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The registered halls, by their official code. */
@ApplicationScoped
public class HallRepository implements PanacheRepositoryBase<Hall, String> {

    /** In order of their codes. */
    public List<Hall> after(String code, int limit) {
        return find("code > ?1 order by code", code).page(0, limit).list();
    }
}
