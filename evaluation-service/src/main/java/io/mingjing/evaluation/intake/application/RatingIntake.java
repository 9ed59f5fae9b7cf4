package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.application.VisitCodes;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.intake.application.RatingCheck.Checked;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.intake.domain.SealedRating;
import io.mingjing.evaluation.intake.persistence.IntakeStore;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes ratings in. Nothing about a rating leaves this class but its sealed box: no log line, no audit entry, no event.
 * Until the box is durable nobody hears that it was accepted.
 */
@ApplicationScoped
public class RatingIntake {

    private final VisitCodes codes;
    private final RatingCheck check;
    private final Scales scales;
    private final Places places;
    private final DayKeys days;
    private final Seals seals;
    private final ReceiptCodes receipts;
    private final PageSecrets pages;
    private final MixedReceipts mixed;
    private final IntakeStore store;
    private final Flushing flushing;

    RatingIntake(
            VisitCodes codes,
            RatingCheck check,
            Scales scales,
            Places places,
            DayKeys days,
            Seals seals,
            ReceiptCodes receipts,
            PageSecrets pages,
            MixedReceipts mixed,
            IntakeStore store,
            Flushing flushing) {
        this.codes = codes;
        this.check = check;
        this.scales = scales;
        this.places = places;
        this.days = days;
        this.seals = seals;
        this.receipts = receipts;
        this.pages = pages;
        this.mixed = mixed;
        this.store = store;
        this.flushing = flushing;
    }

    /**
     * What a code opens.
     *
     * @throws ProblemException 404 where it is not ours, 410 where it has expired, 503 while the keys are locked
     */
    public RatedVisit visit(String text) {
        return switch (codes.read(text)) {
            case VisitCodes.Reading.Good(VisitCode code) -> visitOf(code);
            case VisitCodes.Reading.Expired() ->
                throw EvaluationProblem.CODE_EXPIRED.because(
                        "评价码在办件后第三天结束时失效。感谢您来评价；如有问题，可拨打 12345。",
                        "A code is good until the end of the third day after the visit. Thank you for coming; for problems call 12345.");
            case VisitCodes.Reading.NotOurs() -> throw notValid();
        };
    }

    /** Takes a rating in; when this returns, it is durable. */
    public RatingOutcome submit(Submission sent) {
        String text = sent.code() == null ? "" : sent.code();
        RatedVisit visit = visit(text);
        String matter = visit.matters().stream()
                .map(Catalogue.Item::code)
                .filter(code -> code.equals(sent.matter()))
                .findFirst()
                .orElseThrow(RatingIntake::notThisMatter);
        Checked checked = check.check(sent, visit.scale(), visit.code().raterType());
        String receipt = receipts.codeFor(pages.secret(sent.nonce(), text), matter);
        byte[] hash = receipts.hash(receipt);
        byte[] h = rowKey(visit.code(), matter);
        LocalDate expDay = visit.code().expDay();
        byte[] box = seals.seal(expDay, h, rating(visit, matter, checked, hash));
        if (flushing.store(new SealedRating(expDay, h, visit.window().code(), box))) {
            return new RatingOutcome.Accepted(receipt, false);
        }
        return belongsTo(hash, expDay, h)
                ? new RatingOutcome.Accepted(receipt, true)
                : new RatingOutcome.AlreadyRated();
    }

    /** The receipt of a matter if the page with this nonce rated it before; nobody else learns whether it is rated. */
    public Optional<String> ownReceipt(RatedVisit visit, String text, String matter, String nonce) {
        String receipt = receipts.codeFor(pages.secret(nonce, text), matter);
        byte[] h = rowKey(visit.code(), matter);
        return belongsTo(receipts.hash(receipt), visit.code().expDay(), h) ? Optional.of(receipt) : Optional.empty();
    }

    private boolean belongsTo(byte[] receiptHash, LocalDate expDay, byte[] h) {
        Optional<IntakeStore.Stored> stored = store.find(expDay, h);
        if (stored.isEmpty()) {
            return false;
        }
        return stored.get()
                .box()
                .map(box -> switch (seals.open(expDay, h, box)) {
                    case Opened.Readable(RatingRecord first) -> MessageDigest.isEqual(first.receiptHash(), receiptHash);
                    case Opened.Unreadable(String cause) -> false;
                })
                .orElseGet(() -> mixed.holds(receiptHash));
    }

    private RatedVisit visitOf(VisitCode code) {
        Catalogue catalogue = places.catalogue();
        if (!knows(catalogue, code)) {
            // Registered by another replica a moment ago; the code is genuine, so asking once more costs little.
            catalogue = places.refresh();
        }
        if (!knows(catalogue, code)) {
            throw notValid();
        }
        Catalogue known = catalogue;
        return new RatedVisit(
                code,
                known.window(code.window()).orElseThrow(RatingIntake::notValid),
                code.matters().stream()
                        .map(number -> known.matter(number).orElseThrow(RatingIntake::notValid))
                        .toList(),
                scales.on(code.visitDay()));
    }

    private static boolean knows(Catalogue catalogue, VisitCode code) {
        return catalogue.window(code.window()).isPresent()
                && code.matters().stream()
                        .allMatch(number -> catalogue.matter(number).isPresent());
    }

    private static RatingRecord rating(RatedVisit visit, String matter, Checked checked, byte[] receiptHash) {
        Scale scale = visit.scale();
        LocalDate day = visit.code().visitDay();
        return new RatingRecord(
                checked.level(),
                checked.reasons(),
                matter,
                checked.raterType().name(),
                RatingRecord.PF_QR,
                receiptHash,
                visit.code().tokenId(),
                RatingRecord.STREAM_VISIT,
                Set.of(),
                false,
                checked.note(),
                day,
                visit.window().ownerOn(day),
                scale.version());
    }

    private byte[] rowKey(VisitCode code, String matter) {
        byte[] spend = days.find(code.expDay())
                .orElseThrow(() -> EvaluationProblem.KEYS_LOCKED.because(
                        "该评价码当天的密钥不可用，您的评价没有提交。",
                        "The keys of this code's day are not available; your rating was not sent."))
                .spend();
        return KeyedHash.of(spend, "spend", code.tokenId(), matter.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException notValid() {
        return EvaluationProblem.CODE_NOT_VALID.because(
                "请重新扫描评价二维码；仍无法打开时，请向窗口索取新的二维码。",
                "Scan the code again; if that does not help, ask the window for a new one.");
    }

    private static ProblemException notThisMatter() {
        return new ProblemException(
                EvaluationProblem.NOT_A_RATING,
                "这个评价码不含所选事项",
                "The code does not cover this matter",
                List.of(new ProblemException.Violation("matter", "请选择评价码所列的事项", "choose a matter that the code lists")),
                Map.of());
    }
}
