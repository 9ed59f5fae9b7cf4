package io.mingjing.kernel.http;

import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.ProblemException.Words;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters of paths, queries and forms. A value of the wrong type is refused by the name of its field (JAX-RS
 * would answer 404), and so is text with unseen characters. Empty means not given, as forms send it.
 */
@Provider
public class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> READINGS = Map.of(
            Integer.class, Integer::valueOf,
            int.class, Integer::valueOf,
            Long.class, Long::valueOf,
            long.class, Long::valueOf,
            UUID.class, Parameters::uuid,
            LocalDate.class, LocalDate::parse);

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String field = name(annotations);
        if (type == String.class) {
            return (ParamConverter<T>) new Reading<>(field, String.class, text -> {
                String plain = Characters.withPlainLineEnds(text);
                Characters.refuseUnseen(field, plain);
                return plain;
            });
        }
        if (type == FreeText.class) {
            return (ParamConverter<T>) new Reading<>(field, FreeText.class, text -> {
                Characters.refuseControls(field, Characters.withPlainLineEnds(text));
                return new FreeText(text);
            });
        }
        if (type.isEnum()) {
            return new Reading<>(field, type, text -> constant(type, text));
        }
        Function<String, Object> reading = READINGS.get(type);
        return reading == null ? null : new Reading<>(field, type, text -> (T) reading.apply(text));
    }

    /** One parameter's way from text to value. */
    private record Reading<T>(String field, Class<T> type, Function<String, T> reading) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null || (text.isEmpty() && type != String.class)) {
                return null;
            }
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
                Words expected = JsonWords.expected(type);
                throw new ProblemException(
                        CommonProblem.BAD_REQUEST,
                        "参数有误：" + field,
                        "A parameter is not right: " + field,
                        List.of(new Violation(field, expected.zh(), expected.en())),
                        Map.of());
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }

    private static <T> T constant(Class<T> type, String text) {
        for (T constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(text);
    }

    /** Only the canonical form: {@code UUID.fromString} also takes shortened ones. */
    private static UUID uuid(String text) {
        UUID read = UUID.fromString(text);
        if (!read.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return read;
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            String name =
                    switch (annotation) {
                        case PathParam path -> path.value();
                        case QueryParam query -> query.value();
                        case FormParam form -> form.value();
                        case HeaderParam header -> header.value();
                        case CookieParam cookie -> cookie.value();
                        default -> "";
                    };
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "?";
    }
}
