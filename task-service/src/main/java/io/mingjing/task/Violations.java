package io.mingjing.task;

import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects everything that is wrong with an input, so that its sender can mend it in one go. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    /**
     * Notes one thing that is wrong.
     *
     * @param field path of the field, such as {@code tasks[2].deadline.date}
     * @param zh why, and what would be right
     */
    public void add(String field, String zh, String en) {
        found.add(new Violation(field, zh, en));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> found() {
        return List.copyOf(found);
    }

    /** Refuses the input when anything was noted. */
    public void refuseIfAny(ProblemType type) {
        if (!found.isEmpty()) {
            throw refusal(type);
        }
    }

    /** The refusal that names everything noted so far. */
    public ProblemException refusal(ProblemType type) {
        return new ProblemException(type, type.zh(), type.en(), found, Map.of());
    }
}
