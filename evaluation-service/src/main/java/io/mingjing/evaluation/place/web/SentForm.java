package io.mingjing.evaluation.place.web;

import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a form sent, read as the types that the register takes; blank means not given. */
record SentForm(Map<String, String> values) {

    private static final Pattern BAR = Pattern.compile(" \\| ");

    static SentForm of(MultivaluedMap<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        sent.forEach((name, all) -> values.put(name, new FreeText(all.getFirst()).value()));
        return new SentForm(values);
    }

    /** Empty where nothing was sent; the register says what is missing. */
    String text(String field) {
        return values.getOrDefault(field, "");
    }

    @Nullable
    String optional(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    boolean yes(String field) {
        return text(field).equals("true");
    }

    @Nullable
    LocalDate day(String field) {
        String text = text(field);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw fault(field, "请填写日期，如 2026-03-19", "give a date such as 2026-03-19");
        }
    }

    @Nullable
    Integer number(String field) {
        String text = text(field);
        if (!text.matches("\\d{0,6}")) {
            throw fault(field, "请填写整数", "give a whole number");
        }
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    <E extends Enum<E>> E required(String field, Class<E> type) {
        E choice = choice(field, type);
        if (choice == null) {
            throw notAChoice(field);
        }
        return choice;
    }

    <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        String text = text(field);
        try {
            return text.isEmpty() ? null : Enum.valueOf(type, text);
        } catch (IllegalArgumentException wrong) {
            throw notAChoice(field);
        }
    }

    private static ProblemException notAChoice(String field) {
        return fault(field, "请从列出的选项中选择", "choose one of the options");
    }

    /** @throws ProblemException 400 with every constraint of the request that is violated */
    static <T> T sound(Validator validator, T request) {
        Set<ConstraintViolation<T>> violated = validator.validate(request);
        if (!violated.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.BAD_REQUEST,
                    "请改正以下内容",
                    "Please correct the following",
                    violated.stream().map(SentForm::violation).toList(),
                    Map.of());
        }
        return request;
    }

    static ProblemException fault(String field, String zh, String en) {
        return new ProblemException(
                CommonProblem.BAD_REQUEST,
                "请改正以下内容",
                "Please correct the following",
                List.of(new Violation(field, zh, en)),
                Map.of());
    }

    private static Violation violation(ConstraintViolation<?> violated) {
        String[] words = BAR.split(violated.getMessage(), 2);
        return new Violation(
                violated.getPropertyPath().toString(),
                words[0],
                Optional.of(words)
                        .filter(both -> both.length == 2)
                        .map(both -> both[1])
                        .orElse(words[0]));
    }
}
