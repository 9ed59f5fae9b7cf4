package io.mingjing.evaluation.survey.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.intake.application.SealedIntake;
import io.mingjing.evaluation.intake.application.SealedIntake.Taken;
import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.evaluation.survey.application.AnswerCheck.Checked;
import io.mingjing.evaluation.survey.domain.Survey;
import io.mingjing.evaluation.survey.persistence.SurveyRepository;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes the answers of a survey into the sealed intake. A respondent's answer about a matter counts once, whenever and
 * however often it is imported: what it spends is a keyed hash over survey, respondent, place and matter. No transaction is held
 * while answers are stored; a batch that breaks off is sent again as it is.
 */
@ApplicationScoped
public class AnswerImport {

    /** Answers that wait for their commit at the same time. */
    private static final int AT_ONCE = 64;

    private final SurveyRepository surveys;
    private final AnswerCheck check;
    private final SealedIntake intake;
    private final DayKeys days;
    private final CityPosts city;
    private final AuditTrail trail;
    private final BusinessClock clock;

    AnswerImport(
            SurveyRepository surveys,
            AnswerCheck check,
            SealedIntake intake,
            DayKeys days,
            CityPosts city,
            AuditTrail trail,
            BusinessClock clock) {
        this.surveys = surveys;
        this.check = check;
        this.intake = intake;
        this.days = days;
        this.city = city;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @return one outcome for each answer, in the same order
     * @throws ProblemException 404 for an unknown survey or one of another importer, 410 once its time is over, 503
     *     while the keys are locked
     */
    public List<AnswerOutcome> take(Actor actor, String code, List<AnswerReport> answers) {
        Post post = city.heldBy(actor, Set.of(Role.INTEGRATION))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN,
                        "只有市级对接系统可以导入测评答卷",
                        "Only a neighbouring system of the city may import answers"));
        Survey survey = QuarkusTransaction.requiringNew()
                .call(() -> surveys.findByIdOptional(code))
                .filter(known -> known.mayBeImportedBy(actor.subject()))
                .orElseThrow(() ->
                        new ProblemException(CommonProblem.NOT_FOUND, "没有测评 " + code, "There is no survey " + code));
        if (clock.today().isAfter(survey.lastImportDay())) {
            throw EvaluationProblem.SURVEY_OVER.because(
                    "测评 " + code + " 的答卷导入截止 " + survey.lastImportDay(),
                    "Answers to survey " + code + " could be imported until " + survey.lastImportDay());
        }
        DayKeys.Keys keys = days.open(survey.lastImportDay());
        List<AnswerOutcome> outcomes = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < answers.size(); from += AT_ONCE) {
                List<AnswerReport> some = answers.subList(from, Math.min(answers.size(), from + AT_ONCE));
                take(actor, post, survey, keys, some, workers, outcomes);
            }
        }
        return outcomes;
    }

    /** What of them became durable is in the trail, even where a later one could not be stored. */
    private void take(
            Actor actor,
            Post post,
            Survey survey,
            DayKeys.Keys keys,
            List<AnswerReport> some,
            ExecutorService workers,
            List<AnswerOutcome> outcomes) {
        List<Future<AnswerOutcome>> running = some.stream()
                .map(answer -> workers.submit(() -> one(survey, keys, answer)))
                .toList();
        List<AnswerOutcome> settled = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<AnswerOutcome> each : running) {
            try {
                settled.add(settled(each));
            } catch (RuntimeException notStored) {
                failure = notStored;
            }
        }
        long imported = settled.stream()
                .filter(outcome -> outcome instanceof AnswerOutcome.Imported(boolean again) && !again)
                .count();
        if (imported > 0) {
            QuarkusTransaction.requiringNew().run(() -> keep(actor, post, survey, imported));
        }
        if (failure != null) {
            throw failure;
        }
        outcomes.addAll(settled);
    }

    private static AnswerOutcome settled(Future<AnswerOutcome> each) {
        try {
            return each.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopping");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private AnswerOutcome one(Survey survey, DayKeys.Keys keys, AnswerReport answer) {
        Checked checked;
        try {
            checked = check.check(answer, survey);
        } catch (ProblemException refused) {
            return new AnswerOutcome.Refused(refused);
        }
        byte[] h = KeyedHash.of(
                keys.spend(),
                "survey",
                bytes(survey.code()),
                bytes(checked.respondent()),
                bytes(checked.place()),
                bytes(checked.matter()));
        RatingRecord rating = new RatingRecord(
                checked.level(),
                checked.reasons(),
                checked.matter(),
                checked.raterType().name(),
                survey.kind().channel().pf(),
                // Nobody holds a receipt; this only recognises the answer when it is imported again.
                KeyedHash.of(keys.spend(), "survey receipt", h),
                KeyedHash.shortOf(keys.mint(), "respondent", bytes(survey.code()), bytes(checked.respondent())),
                survey.kind().stream(),
                new Marks(
                        survey.covers(checked.day()) ? Validity.VALID : Validity.OUTSIDE_WINDOW,
                        Set.of(),
                        false,
                        false),
                checked.note(),
                checked.day(),
                checked.ownerUnit(),
                checked.matterUnit(),
                checked.scaleVersion());
        Taken taken = intake.take(survey.lastImportDay(), h, checked.place(), rating);
        return new AnswerOutcome.Imported(taken != Taken.FRESH);
    }

    /** How many, of which survey, by whom; no answer is audited singly. */
    private void keep(Actor actor, Post post, Survey survey, long imported) {
        trail.append(new AuditTrail.Act(
                "survey:" + survey.code(),
                "ANSWERS_IMPORTED",
                actor.subject(),
                actor.name(),
                post.toString(),
                null,
                String.valueOf(imported),
                null,
                clock.now()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
