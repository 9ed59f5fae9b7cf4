package io.mingjing.evaluation.contact.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.contact.domain.CanaryStanding;
import io.mingjing.evaluation.contact.domain.ContactCase;
import io.mingjing.evaluation.contact.domain.OfficeKey;
import io.mingjing.evaluation.contact.persistence.ContactBoxes;
import io.mingjing.evaluation.contact.persistence.ContactBoxes.Box;
import io.mingjing.evaluation.contact.persistence.ContactCases;
import io.mingjing.evaluation.contact.persistence.Mornings;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the city office sees of contacts: that they are there, and the sealed letters themselves, each handed out on request
 * and recorded. Only the office's private key, which is with the office, opens them.
 */
@ApplicationScoped
public class ContactConsole {

    /**
     * A letter without its outer layer.
     *
     * @param keyTag first bytes of the SHA-256 of the key it is sealed to, hexadecimal
     * @param sealed encapsulated key and ciphertext (RFC 9180), Base64
     */
    public record Sealed(String keyTag, String sealed) {}

    /**
     * A contact as it is handed out.
     *
     * @param words what the office wrote about its calls, oldest first
     */
    public record HandedOut(Sealed letter, List<Sealed> words) {}

    /**
     * How things stand.
     *
     * @param fingerprint of the office's key in use; null where there is none
     * @param refused why there is none; null where there is one
     * @param canary since when the office is known to be able to open
     */
    public record Standing(
            @Nullable String fingerprint,
            @Nullable String refused,
            CanaryStanding canary,
            boolean alarm,
            ContactCases.Figures figures) {}

    private final CityOffice office;
    private final ContactBoxes boxes;
    private final ContactCases cases;
    private final OfficeKeys keys;
    private final OuterLayer outer;
    private final Canaries canaries;
    private final Mornings mornings;
    private final BusinessClock clock;

    ContactConsole(
            CityOffice office,
            ContactBoxes boxes,
            ContactCases cases,
            OfficeKeys keys,
            OuterLayer outer,
            Canaries canaries,
            Mornings mornings,
            BusinessClock clock) {
        this.office = office;
        this.boxes = boxes;
        this.cases = cases;
        this.keys = keys;
        this.outer = outer;
        this.canaries = canaries;
        this.mornings = mornings;
        this.clock = clock;
    }

    /**
     * Contacts by their random ids.
     *
     * @param lateOnly only those whose call is overdue
     */
    public ListPage<ContactCase> list(Actor actor, @Nullable String after, int limit, boolean lateOnly) {
        office.entitling(actor);
        Cursor cursor = Cursor.parse(after, 1);
        UUID seen = cursor == null ? null : idOf(cursor.parts().getFirst());
        List<ContactCase> rows = cases.page(seen, limit + 1, lateOnly ? clock.today() : null);
        return ListPage.cut(rows, limit, row -> Cursor.of(row.id()));
    }

    public Standing standing(Actor actor) {
        office.entitling(actor);
        CanaryStanding canary = canaries.standing();
        return new Standing(
                keys.current().map(OfficeKey::fingerprint).orElse(null),
                keys.standing() instanceof OfficeKeys.Standing.Refused(String why) ? why : null,
                canary,
                canary.alarming(),
                cases.figures(clock.today()));
    }

    /**
     * Takes the outer layer off a contact (取出并解外层) and records who did.
     *
     * @throws ProblemException 404 for no such contact
     */
    @Transactional
    public HandedOut handOut(Actor actor, UUID id) {
        Post post = office.entitling(actor);
        Box box = boxes.find(id)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.NOT_FOUND,
                        "没有联系方式 " + id + "，可能已删除",
                        "There is no contact " + id + "; it may be deleted"));
        office.record(actor, post, "contact:" + id, "CONTACT_UNWRAPPED", null);
        return new HandedOut(
                unwrapped(id, box.box()),
                cases.wordsOf(id).stream().map(words -> unwrapped(id, words)).toList());
    }

    /**
     * Takes the word that the office read in a canary; the canary goes, for it is no contact.
     *
     * @return the morning it belongs to
     * @throws ProblemException 422 where it is not the word of the canary in that row
     */
    @Transactional
    public LocalDate confirm(Actor actor, UUID id, @Nullable String word) {
        Post post = office.entitling(actor);
        LocalDate morning = canaries.morningOf(id, word == null ? "" : word)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.RULE,
                        "这不是该自检信中的字样",
                        "This is not the word of that canary",
                        List.of(new Violation("word", "请原样送回解开后读到的字样", "send back the word exactly as it was read")),
                        Map.of()));
        mornings.confirm(morning, clock.today());
        boxes.delete(id);
        cases.forget(id);
        office.record(actor, post, "contacts", "CONTACT_CANARY_READ", morning.toString());
        return morning;
    }

    private Sealed unwrapped(UUID id, byte[] box) {
        byte[] inner = outer.unwrap(OuterLayer.contact(id), box)
                .orElseThrow(() -> EvaluationProblem.CONTACT_UNAVAILABLE.because(
                        "外层无法解开：该条已损坏，或密钥不可用", "The outer layer does not open: damaged, or its key is missing"));
        return new Sealed(
                HexFormat.of().formatHex(inner, 0, OfficeKey.TAG),
                Base64.getEncoder().encodeToString(Arrays.copyOfRange(inner, OfficeKey.TAG, inner.length)));
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            throw Cursor.foreign();
        }
    }
}
