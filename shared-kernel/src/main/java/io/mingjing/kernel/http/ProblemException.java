package io.mingjing.kernel.http;

import java.util.List;
import java.util.Map;

/** A refusal that leaves as problem+json (on pages: as a page) and rolls the use case back. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with one field.
     *
     * @param field path of the field, such as {@code tasks[2].deadline.date}
     * @param zh why, and what would be right, in zh-CN
     * @param en the same in English
     */
    public record Violation(String field, String zh, String en) implements java.io.Serializable {}

    private final transient ProblemType type;
    private final transient Words detail;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> extensions;

    /** The same sentence twice. */
    public record Words(String zh, String en) {}

    public ProblemException(ProblemType type, String zh, String en) {
        this(type, zh, en, List.of(), Map.of());
    }

    public ProblemException(
            ProblemType type, String zh, String en, List<Violation> violations, Map<String, Object> extensions) {
        super(type.urn() + ": " + en, null, false, false);
        this.type = type;
        this.detail = new Words(zh, en);
        this.violations = List.copyOf(violations);
        this.extensions = Map.copyOf(extensions);
    }

    public ProblemType type() {
        return type;
    }

    public Words detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Further members of the answer, such as the current state at a 409. */
    public Map<String, Object> extensions() {
        return extensions;
    }
}
