package io.mingjing.kernel.http;

import io.mingjing.kernel.http.ProblemException.Violation;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Violated constraints in both languages. A constraint of ours carries both in its message, parted by a bar:
 * {@code @NotBlank(message = "请填写原因 | give the reason")}; one without a bar says the same in both.
 */
final class ViolationWords {

    private ViolationWords() {}

    /** Null when the answer, not the request, is at fault. */
    static @Nullable ProblemException of(ResteasyReactiveViolationException violated) {
        List<Violation> violations = new ArrayList<>();
        for (ConstraintViolation<?> violation : violated.getConstraintViolations()) {
            String field = field(violation.getPropertyPath());
            if (field == null) {
                return null;
            }
            String[] words = violation.getMessage().split("\\|", 2);
            violations.add(new Violation(field, words[0].strip(), words[words.length - 1].strip()));
        }
        violations.sort(Comparator.comparing(Violation::field));
        return new ProblemException(
                CommonProblem.BAD_REQUEST,
                "有 " + violations.size() + " 处内容不符合要求",
                violations.size() + (violations.size() == 1 ? " field is not right" : " fields are not right"),
                violations,
                Map.of());
    }

    /** The path inside the body, or the parameter's name; null for a returned value. */
    private static @Nullable String field(Path path) {
        StringBuilder inside = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            switch (node.getKind()) {
                case RETURN_VALUE -> {
                    return null;
                }
                case METHOD, CONSTRUCTOR, BEAN, CROSS_PARAMETER -> {}
                case PARAMETER -> parameter = node.getName();
                case PROPERTY, CONTAINER_ELEMENT -> append(inside, node);
            }
        }
        return inside.isEmpty() ? parameter : inside.toString();
    }

    private static void append(StringBuilder inside, Path.Node node) {
        if (node.getIndex() != null) {
            inside.append('[').append(node.getIndex()).append(']');
        } else if (node.getKey() != null) {
            inside.append('[').append(node.getKey()).append(']');
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            inside.append(inside.isEmpty() ? "" : ".").append(node.getName());
        }
    }
}
