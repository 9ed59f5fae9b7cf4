package io.mingjing.evaluation.contact.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.contact.domain.CallOutcome;
import io.mingjing.evaluation.contact.domain.ContactCase;
import io.mingjing.evaluation.contact.domain.OfficeKey;
import io.mingjing.evaluation.contact.persistence.ContactBoxes;
import io.mingjing.evaluation.contact.persistence.ContactCases;
import io.mingjing.evaluation.place.application.Calendars;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.Idempotency;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls of the city office to raters who left a contact (回访), and the end of a contact. */
@ApplicationScoped
public class ContactCalls {

    private static final int MOST_WORDS = 500;
    private static final int WORDS_BYTES = 2_560;

    /**
     * What came of a call.
     *
     * @param satisfied whether the rater is satisfied with the handling (对整改是否满意); null where it was not asked
     * @param words for the office itself; sealed to its key before they are stored
     */
    public record Call(
            @Nullable CallOutcome outcome,
            @Nullable Boolean satisfied,
            @Nullable FreeText words) {

        @Override
        public String toString() {
            return "Call[]";
        }
    }

    private final CityOffice office;
    private final ContactCases cases;
    private final ContactBoxes boxes;
    private final OfficeKeys keys;
    private final OfficeSeal seal;
    private final OuterLayer outer;
    private final ServiceKeys serviceKeys;
    private final Calendars calendars;
    private final Idempotency idempotency;
    private final BusinessClock clock;

    ContactCalls(
            CityOffice office,
            ContactCases cases,
            ContactBoxes boxes,
            OfficeKeys keys,
            OfficeSeal seal,
            OuterLayer outer,
            ServiceKeys serviceKeys,
            Calendars calendars,
            Idempotency idempotency,
            BusinessClock clock) {
        this.office = office;
        this.cases = cases;
        this.boxes = boxes;
        this.keys = keys;
        this.seal = seal;
        this.outer = outer;
        this.serviceKeys = serviceKeys;
        this.calendars = calendars;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Records a call; the same again under the same key records nothing.
     *
     * @param key the request's Idempotency-Key
     * @return where the call is found
     * @throws ProblemException 404 for no such contact, 409 where its case is done, 422 with every fault
     */
    @Transactional
    public String record(Actor actor, @Nullable String key, UUID id, Call call) {
        Post post = office.entitling(actor);
        Call checked = check(call);
        // The words are kept sealed: no hash of them that could be guessed at may lie beside the seal.
        byte[] hash = KeyedHash.of(
                serviceKeys.active(ServiceKeys.CONTACT).key(), "call request", Idempotency.hash(List.of(id, checked)));
        return idempotency.locationOf(actor, key, hash).orElseGet(() -> {
            ContactCase current = open(id);
            LocalDate today = clock.today();
            CallOutcome outcome = outcomeOf(checked);
            ContactCase after =
                    current.called(outcome, today, calendars.current().nextWorkingDay(today));
            cases.addCall(id, after.calls(), today, outcome, checked.satisfied(), words(id, checked.words()));
            cases.update(after);
            office.record(actor, post, "contact:" + id, "CONTACT_CALLED", outcome.name());
            String location = "/api/v1/contacts/" + id + "/calls/" + after.calls();
            idempotency.remember(actor, key, hash, location);
            return location;
        });
    }

    /**
     * Deletes a contact for good, with the words about its calls. What came of the calls stays, for counting.
     *
     * @throws ProblemException 404 for no such contact
     */
    @Transactional
    public void delete(Actor actor, UUID id) {
        Post post = office.entitling(actor);
        ContactCase current = cases.lock(id).orElseThrow(() -> noSuch(id));
        if (!boxes.delete(id)) {
            throw noSuch(id);
        }
        cases.update(current.given(clock.today()));
        office.record(actor, post, "contact:" + id, "CONTACT_DELETED", null);
    }

    private ContactCase open(UUID id) {
        ContactCase current = cases.lock(id).orElseThrow(() -> noSuch(id));
        if (current.state() != ContactCase.State.OPEN) {
            throw new ProblemException(
                    EvaluationProblem.CONTACT_CLOSED,
                    "该回访已于 " + current.doneDay() + " 办结",
                    "This case was done on " + current.doneDay(),
                    List.of(),
                    Map.of("state", current.state().name()));
        }
        return current;
    }

    private byte @Nullable [] words(UUID id, @Nullable FreeText words) {
        if (words == null || words.isEmpty()) {
            return null;
        }
        OfficeKey key = keys.current()
                .orElseThrow(() -> EvaluationProblem.CONTACT_UNAVAILABLE.because(
                        "市营商办的公钥暂不可用，备注无法封存；请先不填备注",
                        "The key of the city office is not available, so the words cannot be sealed; leave them out"));
        byte[] text = words.value().getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(WORDS_BYTES)
                .putShort((short) text.length)
                .put(text)
                .array();
        return outer.wrap(OuterLayer.contact(id), seal.seal(key, plain));
    }

    private static CallOutcome outcomeOf(Call call) {
        CallOutcome outcome = call.outcome();
        if (outcome == null) {
            throw new IllegalStateException("checked before");
        }
        return outcome;
    }

    private static Call check(Call call) {
        List<Violation> faults = new ArrayList<>();
        if (call.outcome() == null) {
            faults.add(new Violation(
                    "outcome",
                    "请选择 REACHED 已接通、NOT_REACHED 未接通或 REFUSED 不愿受访",
                    "choose REACHED, NOT_REACHED or REFUSED"));
        }
        if (call.satisfied() != null && call.outcome() != CallOutcome.REACHED) {
            faults.add(new Violation("satisfied", "只有已接通的回访才填是否满意", "only for a call that was answered"));
        }
        if (call.words() != null && call.words().length() > MOST_WORDS) {
            faults.add(new Violation("words", "最多 " + MOST_WORDS + " 字", "at most " + MOST_WORDS + " characters"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    EvaluationProblem.NOT_A_CALL,
                    "回访没有记录，请改正",
                    "The call was not recorded; correct it",
                    faults,
                    Map.of());
        }
        return call;
    }

    private static ProblemException noSuch(UUID id) {
        return new ProblemException(
                CommonProblem.NOT_FOUND,
                "没有联系方式 " + id + "，可能已删除",
                "There is no contact " + id + "; it may be deleted");
    }
}
