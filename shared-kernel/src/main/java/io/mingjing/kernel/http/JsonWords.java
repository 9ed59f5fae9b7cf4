package io.mingjing.kernel.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.ProblemException.Words;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in both languages what is wrong with a JSON body: which field, and what would be right there. */
final class JsonWords {

    private JsonWords() {}

    static ProblemException of(JsonProcessingException unreadable) {
        if (unreadable.getCause() instanceof ProblemException other && other.type() != CommonProblem.BAD_REQUEST) {
            return other;
        }
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return at(path(mapping), fault(mapping));
        }
        if (unreadable instanceof MismatchedInputException mismatch) {
            Words expected = expected(mismatch.getTargetType());
            return refusal("请求正文的类型不对：" + expected.zh(), "The body has the wrong type: " + expected.en(), List.of());
        }
        JsonLocation where = unreadable.getLocation();
        return where == null
                ? refusal("请求正文不是正确的 JSON", "The body is not valid JSON", List.of())
                : refusal(
                        "请求正文不是正确的 JSON（第 " + where.getLineNr() + " 行第 " + where.getColumnNr() + " 列附近）",
                        "The body is not valid JSON (near line " + where.getLineNr() + ", column " + where.getColumnNr()
                                + ")",
                        List.of());
    }

    /** What a value of the type looks like, for JSON bodies and for parameters. */
    static Words expected(@Nullable Class<?> type) {
        if (type == null) {
            return new Words("值的类型不对", "the value has the wrong type");
        }
        if (type.isEnum()) {
            String words =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return new Words("应为下列之一：" + words, "must be one of: " + words);
        }
        if (type == LocalDate.class) {
            return new Words("应为日期，如 2026-03-19", "must be a date such as 2026-03-19");
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return new Words("应为时间，如 2026-03-19T09:00:00+08:00", "must be a time such as 2026-03-19T09:00:00+08:00");
        }
        if (type == UUID.class) {
            return new Words("应为 UUID", "must be a UUID");
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Words("应为 true 或 false", "must be true or false");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return new Words("应为数字", "must be a number");
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return new Words("应为数组", "must be an array");
        }
        return CharSequence.class.isAssignableFrom(type) || type == FreeText.class
                ? new Words("应为字符串", "must be a string")
                : new Words("应为对象", "must be an object");
    }

    private static Words fault(JsonMappingException mapping) {
        if (mapping.getCause() instanceof ProblemException refused) {
            return refused.violations().isEmpty()
                    ? refused.detail()
                    : new Words(
                            refused.violations().getFirst().zh(),
                            refused.violations().getFirst().en());
        }
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            String known =
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return new Words("没有这个字段；可用的字段：" + known, "there is no such field; known fields: " + known);
        }
        if (mapping instanceof InvalidNullException) {
            return new Words("不能为 null", "must not be null");
        }
        return mapping instanceof MismatchedInputException mismatch
                ? expected(mismatch.getTargetType())
                : new Words("值不正确", "the value is not right");
    }

    private static ProblemException at(String field, Words fault) {
        return refusal(
                "请求正文有误：" + field,
                "The body is not right: " + field,
                List.of(new Violation(field, fault.zh(), fault.en())));
    }

    private static ProblemException refusal(String zh, String en, List<Violation> violations) {
        return new ProblemException(CommonProblem.BAD_REQUEST, zh, en, violations, Map.of());
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
