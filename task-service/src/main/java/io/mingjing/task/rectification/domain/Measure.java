package io.mingjing.task.rectification.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One measure (整改措施) of a task with its actions, in the document's order (R-029).
 *
 * @param number as the document counts, such as {@code 1.2}
 * @param heading null where the document gives none
 * @param actionLines what is to be done, one action a line
 */
@Embeddable
public record Measure(
        String number,
        @Nullable String heading,
        @Column(name = "actions") String actionLines) {

    /** A measure from its actions in the document's words; a line end inside one is not kept. */
    public static Measure of(String number, @Nullable String heading, List<String> actions) {
        return new Measure(
                number,
                heading,
                String.join(
                        "\n",
                        actions.stream()
                                .map(action -> action.replaceAll("\\R", " "))
                                .toList()));
    }

    public List<String> actions() {
        return actionLines.lines().toList();
    }

    /** The heading, or the first action where the document gives none. */
    public String words() {
        return heading == null ? actions().getFirst() : heading;
    }
}
