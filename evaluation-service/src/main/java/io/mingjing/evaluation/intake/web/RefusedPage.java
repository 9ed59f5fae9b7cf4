package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.intake.web.RatePage.Kiosk;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as a rater reads it: what happened, whether anything was taken, and what to do.
 *
 * @param posted whether something was sent
 * @param kiosk null where the page is no kiosk's
 * @param kept what was sent, to be sent again from this page; empty where that would help nothing
 * @param seconds after which to try again; null where time changes nothing
 */
public record RefusedPage(
        String heading,
        String words,
        boolean posted,
        @Nullable Kiosk kiosk,
        List<Field> kept,
        @Nullable String seconds) {

    /** A field of a form. */
    public record Field(String name, String value) {

        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    public RefusedPage {
        kept = List.copyOf(kept);
    }

    static RefusedPage of(ProblemException problem, boolean posted, @Nullable Kiosk kiosk, List<Field> kept) {
        Language language = Language.current();
        String faults = problem.violations().stream()
                .map(fault -> language.pick(fault.zh(), fault.en()))
                .collect(Collectors.joining(language.pick("；", "; ")));
        Object seconds = problem.extensions().get("retryAfter");
        return new RefusedPage(
                language.pick(problem.type().zh(), problem.type().en()),
                language.pick(problem.detail().zh(), problem.detail().en())
                        + (faults.isEmpty() ? "" : language.pick("：", ": ") + faults),
                posted,
                kiosk,
                kept,
                seconds == null ? null : seconds.toString());
    }

    /** The page in the other language: of what was asked for, the same again; of what was sent, the way in. */
    public String here() {
        return posted ? "/r" : "";
    }

    public boolean isSame() {
        return heading.equals(words);
    }
}
