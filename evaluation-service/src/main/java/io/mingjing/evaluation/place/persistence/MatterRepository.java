package io.mingjing.evaluation.place.persistence;

import io.mingjing.evaluation.place.domain.Matter;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The registered matters, by their official code. */
@ApplicationScoped
public class MatterRepository implements PanacheRepositoryBase<Matter, String> {

    /** In order of their codes. */
    public List<Matter> after(String code, int limit) {
        return find("code > ?1 order by code", code).page(0, limit).list();
    }
}
