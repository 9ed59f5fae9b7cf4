package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.PostedCodes.PostedCodesChanged;
import io.mingjing.evaluation.code.application.PostedPlaces.PostedPlace;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.PostedKind;
import io.mingjing.evaluation.code.domain.PostedState;
import io.mingjing.evaluation.code.persistence.PostedCodeRepository;
import io.mingjing.evaluation.place.domain.SpotKind;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Idempotency;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers place codes (评价点码) and ends them. A code that ended takes no rating from the next moment on. */
@ApplicationScoped
public class PostedCodeRegister {

    /**
     * A code that is to hang somewhere.
     *
     * @param place code of a window or rating point
     * @param position where exactly it hangs, in words
     * @param postedDay null for today
     */
    public record Posting(
            PostedKind kind,
            String place,
            @Nullable String position,
            @Nullable LocalDate postedDay) {}

    private final PostedCodeRepository codes;
    private final PostedPlaces places;
    private final PostedRights rights;
    private final Idempotency idempotency;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final Ids ids;
    private final Event<PostedCodesChanged> changed;

    PostedCodeRegister(
            PostedCodeRepository codes,
            PostedPlaces places,
            PostedRights rights,
            Idempotency idempotency,
            AuditTrail trail,
            BusinessClock clock,
            Ids ids,
            Event<PostedCodesChanged> changed) {
        this.codes = codes;
        this.places = places;
        this.rights = rights;
        this.idempotency = idempotency;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
        this.changed = changed;
    }

    /**
     * Registers a code.
     *
     * @param key the caller's Idempotency-Key: the same posting again answers the first code
     * @throws ProblemException 422 for an unknown place or a day that is still to come; 403 where it is not the actor's
     */
    @Transactional
    public PostedCode post(Actor actor, Posting posting, @Nullable String key) {
        byte[] hash = Idempotency.hash(posting);
        Optional<String> earlier = idempotency.locationOf(actor, key, hash);
        if (earlier.isPresent()) {
            return codes.findById(UUID.fromString(earlier.get()));
        }
        LocalDate today = clock.today();
        PostedPlace place = places.on(posting.place(), today)
                .orElseThrow(() -> fault(
                        EvaluationProblem.UNKNOWN_CODE.because(
                                "评价点 " + posting.place() + " 未登记，请先登记",
                                "The place " + posting.place() + " is not registered; register it first"),
                        new Violation("place", "请填写已登记的窗口或评价点编码", "the code of a registered window or rating point")));
        Post post = rights.postFor(actor, place.ownerUnit());
        if (posting.kind() == PostedKind.WINDOW && place.kind() != SpotKind.WINDOW) {
            throw fault(
                    new ProblemException(
                            CommonProblem.RULE,
                            "评价点 " + place.code() + " 不是窗口",
                            "The place " + place.code() + " is not a window"),
                    new Violation("kind", "按实际张贴位置填写类别", "say where the code hangs"));
        }
        LocalDate day = posting.postedDay() == null ? today : posting.postedDay();
        if (day.isAfter(today)) {
            throw fault(
                    new ProblemException(
                            CommonProblem.RULE, "张贴日期晚于今天（" + today + "）", "The day of posting is after today"),
                    new Violation("postedDay", "请填写今天或更早的日期", "today or an earlier day"));
        }
        PostedCode code = new PostedCode(
                ids.next(), drawNumber(), posting.kind(), place.code(), place.ownerUnit(), posting.position(), day);
        codes.persist(code);
        idempotency.remember(actor, key, hash, code.id().toString());
        keep(actor, post, code, "POSTED_CODE_REGISTERED", null, null);
        return code;
    }

    /**
     * Ends a code; ending it again the same way changes nothing.
     *
     * @throws ProblemException 404 where there is none within reach, 409 where it ended otherwise
     */
    @Transactional
    public PostedCode end(Actor actor, UUID id, PostedState end, String why) {
        PostedCode code = Optional.ofNullable(codes.findById(id))
                .filter(found -> rights.reach(actor, found))
                .orElseThrow(() ->
                        new ProblemException(CommonProblem.NOT_FOUND, "没有登记这个评价点码", "There is no such posted code"));
        if (code.state() == end) {
            return code;
        }
        if (!code.mayEndAs(end)) {
            throw new ProblemException(
                    CommonProblem.CONFLICT,
                    "该码已是“" + code.state().zh() + "”，不能改为“" + end.zh() + "”",
                    "The code is " + code.state().en() + " and cannot become " + end.en(),
                    List.of(),
                    Map.of("state", code.state().name()));
        }
        PostedState before = code.state();
        code.end(end, why, clock.today());
        keep(actor, rights.postOver(actor, code), code, "POSTED_CODE_" + end.name(), before, why);
        return code;
    }

    /** A number that the print carries: random, so that it tells nothing of order; taken once by the unique index. */
    private int drawNumber() {
        return 1 + (int) (ids.next().getMostSignificantBits() >>> 34);
    }

    private static ProblemException fault(ProblemException problem, Violation violation) {
        return new ProblemException(
                problem.type(), problem.detail().zh(), problem.detail().en(), List.of(violation), Map.of());
    }

    private void keep(
            Actor actor, Post post, PostedCode code, String action, @Nullable PostedState from, @Nullable String why) {
        trail.append(new AuditTrail.Act(
                "posted-code:" + code.id(),
                action,
                actor.subject(),
                actor.name(),
                post.toString(),
                from == null ? null : from.name(),
                code.state().name() + " · " + code.kind() + " · " + code.place(),
                why,
                clock.now()));
        changed.fire(new PostedCodesChanged(code.number()));
    }
}
