package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.SelfTestTokens;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.intake.application.RatingCheck.Checked;
import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes ratings in. Nothing about a rating leaves this class but its sealed box: no log line, no audit entry, no event.
 * Until the box is durable nobody hears that it was accepted.
 */
@ApplicationScoped
public class RatingIntake {

    private final RatedVisits visits;
    private final RatingCheck check;
    private final SealedIntake intake;
    private final SpentMatters spent;
    private final ReceiptCodes receipts;
    private final PageSecrets pages;
    private final SelfTestTokens tests;

    RatingIntake(
            RatedVisits visits,
            RatingCheck check,
            SealedIntake intake,
            SpentMatters spent,
            ReceiptCodes receipts,
            PageSecrets pages,
            SelfTestTokens tests) {
        this.visits = visits;
        this.check = check;
        this.intake = intake;
        this.spent = spent;
        this.receipts = receipts;
        this.pages = pages;
        this.tests = tests;
    }

    /**
     * Takes a rating in; when this returns, it is durable.
     *
     * @throws ProblemException 404 and 410 for the code, 422 with every fault of the content, 503 where it cannot be
     *     stored or its keys are not available
     */
    public RatingOutcome submit(Submission sent) {
        RatedVisit visit = visits.open(sent.code() == null ? "" : sent.code());
        VisitCode code = visit.code();
        String matter = matterOf(visit, sent);
        Checked checked = check.check(sent, visit.scale(), code.raterType());
        String receipt = receipts.codeFor(pages.secret(sent.nonce(), code), matter);
        byte[] hash = receipts.hash(receipt);
        byte[] h = spent.rowKey(code, matter);
        RatingRecord rating = rating(visit, matter, checked, hash);
        return switch (intake.take(code.expDay(), h, visit.window().code(), rating)) {
            case FRESH -> new RatingOutcome.Accepted(receipt, false);
            case SAME -> new RatingOutcome.Accepted(receipt, true);
            case TAKEN -> new RatingOutcome.AlreadyRated();
        };
    }

    /** The receipt of a matter if the page with this nonce rated it before; nobody else learns whether it is rated. */
    public Optional<String> ownReceipt(VisitCode code, String matter, String nonce) {
        String receipt = receipts.codeFor(pages.secret(nonce, code), matter);
        return Optional.of(receipt)
                .filter(mine -> intake.holds(receipts.hash(mine), code.expDay(), spent.rowKey(code, matter)));
    }

    private static String matterOf(RatedVisit visit, Submission sent) {
        return visit.matters().stream()
                .map(Catalogue.Item::code)
                .filter(code -> code.equals(sent.matter()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        EvaluationProblem.NOT_A_RATING,
                        "这个评价码不含所选事项",
                        "The code does not cover this matter",
                        List.of(new Violation("matter", "请选择评价码所列的事项", "choose a matter that the code lists")),
                        Map.of()));
    }

    private RatingRecord rating(RatedVisit visit, String matter, Checked checked, byte[] receiptHash) {
        LocalDate day = visit.code().visitDay();
        String owner = visit.window().ownerOn(day);
        return new RatingRecord(
                checked.level(),
                checked.reasons(),
                matter,
                checked.raterType().name(),
                Channel.QR.pf(),
                receiptHash,
                visit.code().tokenId(),
                Streams.VISIT,
                tests.isTest(visit.code().tokenId()) ? Marks.TEST : Marks.NONE,
                checked.note(),
                day,
                owner,
                owner,
                visit.scale().version());
    }
}
