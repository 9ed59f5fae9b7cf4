package io.mingjing.evaluation.contact.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.contact.domain.Letter;
import io.mingjing.evaluation.contact.domain.OfficeKey;
import io.mingjing.evaluation.contact.domain.PhoneNumber;
import io.mingjing.evaluation.contact.domain.Retention;
import io.mingjing.evaluation.contact.persistence.Waiting;
import io.mingjing.evaluation.contact.persistence.Waiting.Kind;
import io.mingjing.evaluation.intake.application.ReceiptCodes;
import io.mingjing.evaluation.leaf.application.ReceiptRatings;
import io.mingjing.evaluation.leaf.domain.RatedReceipt;
import io.mingjing.evaluation.leaf.persistence.LeafBriefs;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the contact (联系方式) that a rater leaves for the city office: one for a receipt, whatever the level. It is sealed
 * to the office's key before it is stored, and nothing of it reaches a log, an event, the trail or a metric.
 */
@ApplicationScoped
public class ContactEntry {

    private static final int LONGEST_ADDRESS = 20;

    /**
     * What was sent.
     *
     * @param consent whether the rater ticked the consent of its own
     */
    public record Sent(
            @Nullable String receipt,
            @Nullable String phone,
            @Nullable String address,
            boolean consent) {

        @Override
        public String toString() {
            return "Sent[]";
        }
    }

    private record Checked(PhoneNumber phone, String address) {}

    private final OfficeKeys keys;
    private final OfficeSeal seal;
    private final OuterLayer outer;
    private final Waiting waiting;
    private final ReceiptRatings receipts;
    private final ReceiptCodes codes;
    private final LeafBriefs leaves;
    private final BusinessClock clock;

    ContactEntry(
            OfficeKeys keys,
            OfficeSeal seal,
            OuterLayer outer,
            Waiting waiting,
            ReceiptRatings receipts,
            ReceiptCodes codes,
            LeafBriefs leaves,
            BusinessClock clock) {
        this.keys = keys;
        this.seal = seal;
        this.outer = outer;
        this.waiting = waiting;
        this.receipts = receipts;
        this.codes = codes;
        this.leaves = leaves;
        this.clock = clock;
    }

    /**
     * Seals a contact. One that waits already is replaced.
     *
     * @throws ProblemException 422 with every fault; 503 where there is no key of the office to be trusted
     */
    public ContactOutcome leave(Sent sent) {
        Checked checked = check(sent);
        OfficeKey key = keys.current()
                .orElseThrow(() -> EvaluationProblem.CONTACT_UNAVAILABLE.because(
                        "市营商办的公钥暂不可用，联系方式没有保存；评价不受影响。",
                        "The key of the city office is not available; the contact was not kept. Your rating is not"
                                + " affected."));
        Optional<RatedReceipt> found = receipts.find(sent.receipt() == null ? "" : sent.receipt());
        if (found.isEmpty()) {
            return ContactOutcome.UNKNOWN_RECEIPT;
        }
        RatedReceipt rated = found.get();
        String leaf = Optional.ofNullable(rated.leaf())
                .flatMap(leaves::find)
                .map(LeafBriefs.Brief::number)
                .orElse(null);
        byte[] letter = Letter.contact(
                rated.place(), rated.day(), rated.level(), rated.reasons(), leaf, checked.phone(), checked.address());
        byte[] h = waitingKey(rated.hash());
        byte[] box = outer.wrap(OuterLayer.waiting(h), seal.seal(key, letter));
        return waiting.keep(Kind.CONTACT, h, Retention.expDay(clock.today()), box)
                ? ContactOutcome.SEALED
                : ContactOutcome.HANDED_OVER;
    }

    /** Takes back what was not handed over yet; says nothing about whether there was any. */
    public void withdraw(@Nullable String receipt) {
        codes.read(receipt == null ? "" : receipt)
                .ifPresent(code -> waiting.withdraw(Kind.CONTACT, waitingKey(codes.hash(code))));
    }

    private byte[] waitingKey(byte[] receiptHash) {
        return outer.hash("contact of a receipt", receiptHash);
    }

    private static Checked check(Sent sent) {
        List<Violation> faults = new ArrayList<>();
        Optional<PhoneNumber> phone = PhoneNumber.read(sent.phone() == null ? "" : sent.phone());
        if (phone.isEmpty()) {
            faults.add(new Violation(
                    "phone", "请填写手机号码，或带区号的固定电话", "give a mobile number, or a fixed one with its area code"));
        }
        String address = sent.address() == null ? "" : sent.address().strip();
        int length = address.codePointCount(0, address.length());
        boolean plain = address.codePoints().noneMatch(ContactEntry::unseen);
        if (length < 1 || length > LONGEST_ADDRESS || !plain) {
            faults.add(new Violation(
                    "address",
                    "请填写称呼，1 至 20 个字，如“王先生”",
                    "say how to address you in 1 to 20 characters, such as \"Mr Wang\""));
        }
        if (!sent.consent()) {
            faults.add(new Violation("consent", "须单独勾选同意，否则请勿留下联系方式", "tick your consent, or leave no contact"));
        }
        if (phone.isEmpty() || !faults.isEmpty()) {
            throw new ProblemException(
                    EvaluationProblem.NOT_A_CONTACT,
                    "联系方式没有保存，请改正",
                    "The contact was not kept; correct it",
                    faults,
                    Map.of());
        }
        return new Checked(phone.get(), address);
    }

    private static boolean unseen(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
