package io.mingjing.task.rectification.web;

import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.ProblemException.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that was sent and refused; {@link #NOTHING} on a page that was only opened.
 *
 * @param path which form
 * @param why the refusal in one sentence; null on {@link #NOTHING}
 */
record Sent(
        String path, Map<String, String> values, @Nullable Words why, List<Violation> violations) {

    static final Sent NOTHING = new Sent("", Map.of(), null, List.of());

    static Sent refused(ActPath path, Map<String, String> values, ProblemException refusal) {
        return new Sent(path.path(), values, refusal.detail(), refusal.violations());
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    @Nullable
    String fault(String name) {
        return violations.stream()
                .filter(violation -> violation.field().equals(name))
                .map(violation -> Language.current().pick(violation.zh(), violation.en()))
                .findFirst()
                .orElse(null);
    }

    /** What is wrong, in the language of the request; for the summary above the page. */
    public List<String> faults() {
        return violations.stream()
                .map(violation -> Language.current().pick(violation.zh(), violation.en()))
                .toList();
    }
}
