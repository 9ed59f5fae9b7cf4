package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.SelfTestTokens;
import io.mingjing.evaluation.intake.application.RatingCheck.Checked;
import io.mingjing.evaluation.intake.application.SealedIntake.Taken;
import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RadarFlag;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Takes ratings in. Nothing about a rating leaves this class but its sealed box: no log line, no audit entry, no event.
 * Until the box is durable nobody hears that it was accepted.
 */
@Singleton
public class RatingIntake {

    /** A rating that was checked, before it is sealed and stored under {@code h}. */
    private record Ready(
            Rated rated,
            String matter,
            byte[] secret,
            String receipt,
            byte[] h,
            RatingRecord rating,
            boolean contests) {

        String place() {
            return rated.spot().code();
        }

        @Override
        public String toString() {
            return "Ready[]";
        }
    }

    private final ScannedCodes codes;
    private final RatingCheck check;
    private final Channels channels;
    private final Limits limits;
    private final Radar radar;
    private final SealedIntake intake;
    private final SpentMatters spent;
    private final ReceiptCodes receipts;
    private final PageSecrets pages;
    private final SelfTestTokens tests;

    RatingIntake(
            ScannedCodes codes,
            RatingCheck check,
            Channels channels,
            Limits limits,
            Radar radar,
            SealedIntake intake,
            SpentMatters spent,
            ReceiptCodes receipts,
            PageSecrets pages,
            SelfTestTokens tests) {
        this.codes = codes;
        this.check = check;
        this.channels = channels;
        this.limits = limits;
        this.radar = radar;
        this.intake = intake;
        this.spent = spent;
        this.receipts = receipts;
        this.pages = pages;
        this.tests = tests;
    }

    /**
     * Takes a rating in; when this returns, it is durable.
     *
     * @throws ProblemException 404 and 410 for the code, 422 with every fault of the content, 429 after too
     *     many tries, 503 where it cannot be
     *     stored or its keys are not available
     */
    public RatingOutcome submit(Submission sent, Sender sender) {
        Ready ready = ready(reopened(sent), sent, sender);
        return outcome(ready, intake.take(ready.rated().expDay(), ready.h(), ready.place(), ready.rating()));
    }

    /**
     * The same without a thread that waits for the commit: for the path that is taken thousands of times a second. It
     * does not block. What has all it needs in memory is made ready by the caller's thread, because handing it to
     * another costs as much as the work; what may have to ask the database is made ready elsewhere.
     *
     * @return completes as {@link #submit} answers, and fails as it throws
     */
    public CompletionStage<RatingOutcome> submitting(Submission sent, Sender sender) {
        Optional<Rated> atHand;
        try {
            atHand = atHand(sent, sender);
        } catch (RuntimeException keysLocked) {
            return CompletableFuture.failedStage(keysLocked);
        }
        Executor here = Runnable::run;
        return CompletableFuture.supplyAsync(
                        () -> ready(atHand.orElseGet(() -> reopened(sent)), sent, sender),
                        atHand.isPresent() ? here : Thread::startVirtualThread)
                .thenCompose(ready -> intake.taking(ready.rated().expDay(), ready.h(), ready.place(), ready.rating())
                        .thenCompose(taken -> taken == Taken.FRESH
                                ? CompletableFuture.completedStage(outcome(ready, taken))
                                : CompletableFuture.supplyAsync(
                                        () -> outcome(ready, taken), Thread::startVirtualThread)));
    }

    /** A device's code would have to be looked up. */
    private Optional<Rated> atHand(Submission sent, Sender sender) {
        return sent.code() == null || sender.kiosk() != null ? Optional.empty() : codes.atHand(sent.code());
    }

    private Rated reopened(Submission sent) {
        return codes.reopen(sent.code() == null ? "" : sent.code(), sent.ticket());
    }

    private Ready ready(Rated rated, Submission sent, Sender sender) {
        Limits.Attempt attempt = limits.take(rated, sender);
        String matter;
        Checked checked;
        try {
            matter = matterOf(rated, sent);
            checked = check.check(sent, rated.scale(), rated.raterType());
        } catch (ProblemException mistake) {
            attempt.giveBack();
            throw mistake;
        }
        byte[] secret = pages.secret(sender.nonce(), rated);
        String receipt = receipts.codeFor(secret, rated.spends(matter));
        RatingRecord rating = rating(rated, matter, checked, sender, receipts.hash(receipt));
        return new Ready(rated, matter, secret, receipt, spent.rowKey(rated, matter), rating, sent.contested());
    }

    private RatingOutcome outcome(Ready ready, Taken taken) {
        boolean contestable = ready.rated() instanceof Rated.OfVisit;
        return switch (taken) {
            case FRESH -> new RatingOutcome.Accepted(ready.receipt(), false);
            case SAME -> new RatingOutcome.Accepted(ready.receipt(), true);
            case TAKEN ->
                contestable && ready.contests()
                        ? contest(ready.rated(), ready.matter(), ready.rating(), ready.secret())
                        : new RatingOutcome.AlreadyRated(contestable);
        };
    }

    /** The receipt of a matter if the page with this nonce rated it before; nobody else learns whether it is rated. */
    public Optional<String> ownReceipt(Rated rated, String matter, String nonce) {
        String receipt = receipts.codeFor(pages.secret(nonce, rated), rated.spends(matter));
        return Optional.of(receipt)
                .filter(mine -> intake.holds(receipts.hash(mine), rated.expDay(), spent.rowKey(rated, matter)));
    }

    /**
     * Takes a contested rating in (不是我评的): the first one stays as it is, this one lies in a stream of its own. It is
     * tried as an ordinary one before, so that asking whether a matter is rated costs the matter.
     */
    private RatingOutcome contest(Rated rated, String matter, RatingRecord rating, byte[] secret) {
        String receipt = receipts.codeFor(secret, "contested " + rated.spends(matter));
        RatingRecord contested = rating.contested(receipts.hash(receipt), RadarFlag.CONTESTED.code());
        Taken taken = intake.take(
                rated.expDay(), spent.contestedKey(rated, matter), rated.spot().code(), contested);
        return switch (taken) {
            case FRESH -> new RatingOutcome.Accepted(receipt, false);
            case SAME -> new RatingOutcome.Accepted(receipt, true);
            case TAKEN -> new RatingOutcome.AlreadyRated(false);
        };
    }

    private static String matterOf(Rated rated, Submission sent) {
        return rated.matterOf(sent.matter())
                .orElseThrow(() -> new ProblemException(
                        EvaluationProblem.NOT_A_RATING,
                        "这个评价码不含所选事项",
                        "The code does not cover this matter",
                        List.of(new Violation("matter", "请选择评价码所列的事项", "choose a matter that the code lists")),
                        Map.of()));
    }

    private RatingRecord rating(Rated rated, String matter, Checked checked, Sender sender, byte[] receiptHash) {
        String owner = rated.spot().ownerOn(rated.day());
        return new RatingRecord(
                checked.level(),
                checked.reasons(),
                matter,
                checked.raterType().name(),
                channels.of(rated, sender).pf(),
                receiptHash,
                rated.token(),
                rated.stream(),
                marks(rated, checked, sender),
                checked.note(),
                rated.day(),
                owner,
                rated.ownerOf(matter).orElse(owner),
                rated.scale().version());
    }

    /** A self-test's rating raises no flag, and none for those that come after it. */
    private Marks marks(Rated rated, Checked checked, Sender sender) {
        boolean test = tests.isTest(rated.token());
        Set<RadarFlag> flags = test ? Set.of() : radar.notice(rated, sender, checked.level());
        return new Marks(
                test ? Validity.TEST : Validity.VALID, RadarFlag.codes(flags), checked.coerced(), checked.verbatim());
    }
}
