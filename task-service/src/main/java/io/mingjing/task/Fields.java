package io.mingjing.task;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads single fields of a document and notes what is wrong with them; a field that is wrong reads as null. */
public record Fields(Violations violations) {

    /** Text that must be there. */
    public @Nullable String required(String path, @Nullable String given, int longest) {
        if (given == null || given.isBlank()) {
            violations.add(path, "必填", "is required");
            return null;
        }
        return optional(path, given, longest);
    }

    /** Text that may be missing; blanks around it go. */
    public @Nullable String optional(String path, @Nullable String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String text = given.strip();
        if (text.codePointCount(0, text.length()) > longest) {
            violations.add(path, "最多 " + longest + " 字", "has more than " + longest + " characters");
            return null;
        }
        return text;
    }

    /** A number within bounds that must be there. */
    public @Nullable Integer number(String path, @Nullable Integer given, int least, int most) {
        if (given != null && given >= least && given <= most) {
            return given;
        }
        violations.add(
                path, "应为 " + least + " 至 " + most + " 的整数", "must be a whole number from " + least + " to " + most);
        return null;
    }

    /** A day that must be there, written 2024-02-05. */
    public @Nullable LocalDate day(String path, @Nullable String given) {
        if (given != null) {
            try {
                LocalDate day = LocalDate.parse(given.strip());
                if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                    return day;
                }
            } catch (DateTimeParseException notADay) {
                // falls through to the one answer
            }
        }
        violations.add(
                path, "应为日期，例如 2024-02-05（2000 至 2100 年）", "must be a day such as 2024-02-05, from 2000 to 2100");
        return null;
    }

    /** One of the words of an enum, which must be there. */
    public <E extends Enum<E>> @Nullable E word(String path, @Nullable String given, Class<E> type) {
        for (E word : type.getEnumConstants()) {
            if (word.name().equals(given)) {
                return word;
            }
        }
        String words = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" / "));
        violations.add(path, "应为 " + words + " 之一", "must be one of " + words);
        return null;
    }

    /** An http or https address that may be missing. */
    public @Nullable String link(String path, @Nullable String given) {
        String text = optional(path, given, 1000);
        if (text == null) {
            return null;
        }
        try {
            URI address = URI.create(text);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null) {
                return text;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // falls through to the one answer
        }
        violations.add(path, "应为 http 或 https 网址", "must be an http or https address");
        return null;
    }

    /** A list that may be missing, its entries with their paths; a null entry is noted and left out. */
    public <T> List<At<T>> each(String path, @Nullable List<T> given, int most) {
        List<T> entries = given == null ? List.of() : given;
        if (entries.size() > most) {
            violations.add(path, "最多 " + most + " 项", "has more than " + most + " entries");
            return List.of();
        }
        return IntStream.range(0, entries.size())
                .filter(i -> present(path + "[" + i + "]", entries.get(i)))
                .mapToObj(i -> new At<>(path + "[" + i + "]", entries.get(i)))
                .toList();
    }

    private boolean present(String path, @Nullable Object entry) {
        if (entry == null) {
            violations.add(path, "不能为空", "must not be null");
        }
        return entry != null;
    }

    /** An entry of a list with its path. */
    public record At<T>(String path, T value) {}
}
