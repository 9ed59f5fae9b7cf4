package io.mingjing.evaluation.survey.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.evaluation.survey.domain.Survey;
import io.mingjing.evaluation.survey.domain.SurveyKind;
import io.mingjing.evaluation.survey.persistence.SurveyRepository;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Registers surveys: the city office says who asks, when, and which system may import what was answered. */
@ApplicationScoped
public class SurveyRegister {

    /** A survey as it is to be. */
    public record Details(String name, SurveyKind kind, String importer, LocalDate fromDay, LocalDate toDay) {}

    private static final int LONGEST_DAYS = 366;

    private final SurveyRepository surveys;
    private final CityPosts city;
    private final AuditTrail trail;
    private final BusinessClock clock;

    SurveyRegister(SurveyRepository surveys, CityPosts city, AuditTrail trail, BusinessClock clock) {
        this.surveys = surveys;
        this.city = city;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws ProblemException 403 outside the city office, 409 where kind or days would change, 422 for bad days */
    @Transactional
    public Survey put(Actor actor, String code, Details details) {
        Post post = post(actor, Set.of(Role.CITY_OFFICE));
        if (details.toDay().isBefore(details.fromDay())
                || details.toDay().isAfter(details.fromDay().plusDays(LONGEST_DAYS))) {
            throw EvaluationProblem.SURVEY_DAYS.because(
                    "toDay 不能早于 fromDay，且不超过一年", "toDay is not before fromDay, and at most a year later");
        }
        Survey known = surveys.findById(code);
        if (known == null) {
            known = new Survey(
                    code, details.name(), details.kind(), details.importer(), details.fromDay(), details.toDay());
            surveys.persist(known);
        } else if (known.isLike(details.kind(), details.fromDay(), details.toDay())) {
            known.describe(details.name(), details.importer());
        } else {
            throw EvaluationProblem.SURVEY_DIFFERS.because(
                    "测评 " + code + " 的类型和起止日期已登记，不能修改；请另立一项",
                    "The kind and days of survey " + code + " are registered and stay; register another one");
        }
        trail.append(new AuditTrail.Act(
                "survey:" + code,
                "SURVEY_REGISTERED",
                actor.subject(),
                actor.name(),
                post.toString(),
                null,
                details.importer(),
                details.name(),
                clock.now()));
        return known;
    }

    /**
     * Surveys in order of their codes.
     *
     * @param after code of the last one seen; empty for the first page
     * @throws ProblemException 403 outside the city's posts
     */
    public List<Survey> after(Actor actor, String after, int limit) {
        post(actor, Set.of(Role.CITY_OFFICE, Role.OVERSIGHT));
        return surveys.after(after, limit);
    }

    private Post post(Actor actor, Set<Role> roles) {
        return city.heldBy(actor, roles)
                .orElseThrow(() ->
                        new ProblemException(CommonProblem.FORBIDDEN, "测评由市营商办管理", "Surveys are the city office's"));
    }
}
