package io.mingjing.evaluation.place.persistence;

import io.mingjing.evaluation.place.domain.RatingPoint;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The registered rating points, by their official code. */
@ApplicationScoped
public class RatingPointRepository implements PanacheRepositoryBase<RatingPoint, String> {

    /** In order of their codes. */
    public List<RatingPoint> after(String code, int limit) {
        return find("code > ?1 order by code", code).page(0, limit).list();
    }
}
