package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.VisitCheck.Checked;
import io.mingjing.evaluation.code.application.VisitCheck.Reporter;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.code.domain.Visit;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Registers finished visits and hands out their codes. Repeating a report answers the same address: the code is computed
 * from the visit's number and the keys, and stored nowhere.
 */
@ApplicationScoped
public class VisitRegister {

    private final VisitStore visits;
    private final VisitCheck check;
    private final VisitCodes codes;
    private final VisitTags tags;
    private final DayKeys days;
    private final Places places;
    private final CityPosts city;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final EvaluationConfig config;

    VisitRegister(
            VisitStore visits,
            VisitCheck check,
            VisitCodes codes,
            VisitTags tags,
            DayKeys days,
            Places places,
            CityPosts city,
            AuditTrail trail,
            BusinessClock clock,
            EvaluationConfig config) {
        this.visits = visits;
        this.check = check;
        this.codes = codes;
        this.tags = tags;
        this.days = days;
        this.places = places;
        this.city = city;
        this.trail = trail;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Visits that a system reports. The city's queue or approval system vouches for them; a bureau's own does not: its
     * reports are refused at a window with an independent feed and kept elsewhere like those that a clerk makes, where
     * the gate is wider (anonymity rule K3).
     */
    @Transactional
    public List<VisitOutcome> reported(Actor actor, List<VisitReport> reports) {
        boolean vouches = city.heldBy(actor, Set.of(Role.INTEGRATION)).isPresent();
        return register(actor, reports, Role.INTEGRATION, vouches ? Reporter.CITY_FEED : Reporter.OWN_SYSTEM);
    }

    /**
     * A visit that a clerk made, under a number of its window's own; it counts for the gate only where the place has no
     * independent feed.
     */
    @Transactional
    public VisitOutcome made(Actor actor, VisitReport report) {
        return register(actor, List.of(report), Role.CLERK, Reporter.CLERK).getFirst();
    }

    /**
     * The address of a registered visit's rating page.
     *
     * @throws ProblemException 410 once its code has expired, 503 while the keys are locked
     */
    public String urlOf(Visit visit) {
        return urlOf(visit, Channel.QR);
    }

    /**
     * The same for another channel (评价渠道). It is the same visit: rated on one channel, it is rated on all.
     *
     * @throws ProblemException 410 once its code has expired, 503 while the keys are locked
     */
    public String urlOf(Visit visit, Channel channel) {
        if (clock.today().isAfter(visit.expDay())) {
            throw EvaluationProblem.CODE_EXPIRED.because(
                    "办件 " + visit.number() + " 的评价码有效期至 " + visit.expDay(),
                    "The code of visit " + visit.number() + " was good until " + visit.expDay());
        }
        Catalogue catalogue = places.catalogue();
        VisitCode code = new VisitCode(
                tags.tag(visit.day(), visit.number()),
                catalogue.window(visit.window()).orElseThrow().number(),
                visit.matters().stream()
                        .map(matter -> catalogue.matter(matter).orElseThrow().number())
                        .toList(),
                visit.raterType(),
                visit.expDay(),
                channel);
        return config.rating().baseUrl() + "/r/" + codes.write(code);
    }

    /**
     * What to send to the visitor's telephone; its address carries the channel SMS.
     *
     * @throws ProblemException 410 once its code has expired, 503 while the keys are locked
     */
    public SmsText smsOf(Visit visit) {
        return SmsText.of(visit, urlOf(visit, Channel.SMS));
    }

    private List<VisitOutcome> register(Actor actor, List<VisitReport> reports, Role role, Reporter reporter) {
        // A thousand visits are of a few units: each is looked up once.
        Map<String, Boolean> known = new HashMap<>();
        Predicate<String> reach = unit -> known.computeIfAbsent(unit, one -> actor.may(one, role));
        List<Checked> checked = reports.stream()
                .map(report -> check.check(report, reach, reporter))
                .toList();
        Map<String, Visit> fit = new TreeMap<>();
        for (Checked one : checked) {
            if (one instanceof Checked.Fit(Visit visit)) {
                fit.putIfAbsent(visit.number(), visit);
            }
        }
        fit.values().stream().map(Visit::expDay).distinct().forEach(days::open);
        Set<String> added = visits.add(fit.values());
        Map<String, Visit> stored = visits.find(fit.keySet());
        List<VisitOutcome> outcomes = checked.stream()
                .map(one -> switch (one) {
                    case Checked.Fit(Visit visit) -> settle(visit, stored.getOrDefault(visit.number(), visit));
                    case Checked.Unfit(VisitOutcome.Refused refused) -> refused;
                })
                .toList();
        keep(actor, role, fit.values().stream().filter(visit -> added.contains(visit.number())));
        return outcomes;
    }

    private VisitOutcome settle(Visit report, Visit known) {
        if (known.agreesWith(report)) {
            return new VisitOutcome.Registered(known, urlOf(known));
        }
        return new VisitOutcome.Refused(
                report.number(),
                EvaluationProblem.VISIT_DIFFERS.because(
                        "办件号 " + report.number() + " 已登记，窗口、日期、事项或办事人类型与此不同",
                        "The visit " + report.number()
                                + " is registered with another window, day, matters or rater type"));
    }

    /** One entry for each window of a batch, which names no visit. */
    private void keep(Actor actor, Role role, Stream<Visit> added) {
        added.collect(Collectors.groupingBy(Visit::window, TreeMap::new, Collectors.toList()))
                .forEach((window, some) -> trail.append(new AuditTrail.Act(
                        "window:" + window,
                        "VISITS_REGISTERED",
                        actor.subject(),
                        actor.name(),
                        actor.postFor(some.getFirst().ownerUnit(), role).toString(),
                        null,
                        String.valueOf(some.size()),
                        null,
                        clock.now())));
    }
}
