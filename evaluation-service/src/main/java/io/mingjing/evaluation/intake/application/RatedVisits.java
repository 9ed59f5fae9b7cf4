package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.VisitCodes;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** What a code opens: its visit, in the words of the catalogue and with the scale of its day. */
@ApplicationScoped
public class RatedVisits {

    private final VisitCodes codes;
    private final Scales scales;
    private final Places places;

    RatedVisits(VisitCodes codes, Scales scales, Places places) {
        this.codes = codes;
        this.scales = scales;
        this.places = places;
    }

    /** @throws ProblemException 404 where the code is not ours, 410 where it has expired, 503 while the keys are locked */
    public RatedVisit open(String text) {
        return switch (codes.read(text)) {
            case VisitCodes.Reading.Good(VisitCode code) -> visitOf(code);
            case VisitCodes.Reading.Expired() ->
                throw EvaluationProblem.CODE_EXPIRED.because(
                        "评价码在办件后第三天结束时失效。感谢您来评价；如有问题，可拨打 12345。",
                        "A code is good until the end of the third day after the visit. For problems call 12345.");
            case VisitCodes.Reading.NotOurs() -> throw notValid();
        };
    }

    private RatedVisit visitOf(VisitCode code) {
        Catalogue catalogue = places.catalogue();
        if (!knows(catalogue, code)) {
            // Registered by another replica a moment ago; the code is genuine, so asking once more costs little.
            catalogue = places.refresh();
        }
        Catalogue known = catalogue;
        return new RatedVisit(
                code,
                known.window(code.window()).orElseThrow(RatedVisits::notValid),
                code.matters().stream()
                        .map(number -> known.matter(number).orElseThrow(RatedVisits::notValid))
                        .toList(),
                scales.on(code.visitDay()));
    }

    private static boolean knows(Catalogue catalogue, VisitCode code) {
        return catalogue.window(code.window()).isPresent()
                && code.matters().stream()
                        .allMatch(number -> catalogue.matter(number).isPresent());
    }

    private static ProblemException notValid() {
        return EvaluationProblem.CODE_NOT_VALID.because(
                "请重新扫描评价二维码；仍无法打开时，请向窗口索取新的二维码。",
                "Scan the code again; if that does not help, ask the window for a new one.");
    }
}
