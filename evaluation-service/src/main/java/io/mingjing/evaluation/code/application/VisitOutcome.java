package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.domain.Visit;
import io.mingjing.kernel.http.ProblemException;

/** What became of one reported visit. */
public sealed interface VisitOutcome {

    /**
     * It is registered, now or since an earlier report.
     *
     * @param url address of its rating page, for the QR code
     */
    record Registered(Visit visit, String url) implements VisitOutcome {

        @Override
        public String toString() {
            return "Registered[]";
        }
    }

    /** It was not taken; the others of the batch were. */
    record Refused(String number, ProblemException problem) implements VisitOutcome {}
}
