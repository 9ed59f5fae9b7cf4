package io.mingjing.evaluation.survey.persistence;

import io.mingjing.evaluation.survey.domain.Survey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The registered surveys, by their code. */
@ApplicationScoped
public class SurveyRepository implements PanacheRepositoryBase<Survey, String> {

    /** In order of their codes. */
    public List<Survey> after(String code, int limit) {
        return find("code > ?1 order by code", code).page(0, limit).list();
    }
}
