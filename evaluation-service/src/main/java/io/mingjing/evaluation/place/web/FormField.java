package io.mingjing.evaluation.place.web;

import io.mingjing.kernel.http.ProblemException.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param longest longest text in characters; 0 for no limit
 * @param value what was sent before, or what is registered
 * @param fault what is wrong with it; null when nothing is
 */
record FormField(
        String name,
        Kind kind,
        Words label,
        @Nullable Words hint,
        boolean required,
        int longest,
        List<Option> options,
        String value,
        @Nullable String fault) {

    /** How a field is asked for; a unit is a line with the known units as proposals. */
    enum Kind {
        LINE,
        UNIT,
        NUMBER,
        DAY,
        CHOICE
    }

    /** A choice. */
    record Option(String value, Words text) {}

    static FormField of(String name, Kind kind, String zh, String en, int longest) {
        return new FormField(name, kind, new Words(zh, en), null, false, longest, List.of(), "", null);
    }

    static FormField choice(String name, String zh, String en, Option... options) {
        return new FormField(name, Kind.CHOICE, new Words(zh, en), null, false, 0, Arrays.asList(options), "", null);
    }

    static FormField yesOrNo(String name, String zh, String en) {
        return choice(
                name, zh, en, new Option("false", new Words("否", "no")), new Option("true", new Words("是", "yes")));
    }

    FormField need() {
        return new FormField(name, kind, label, hint, true, longest, options, value, fault);
    }

    /** May be left open. */
    FormField orNone(String zh, String en) {
        List<Option> all = Stream.concat(Stream.of(new Option("", new Words(zh, en))), options.stream())
                .toList();
        return new FormField(name, kind, label, hint, required, longest, all, value, fault);
    }

    FormField hinted(String zh, String en) {
        return new FormField(name, kind, label, new Words(zh, en), required, longest, options, value, fault);
    }

    FormField filled(@Nullable String with, @Nullable String wrong) {
        return new FormField(name, kind, label, hint, required, longest, options, with == null ? "" : with, wrong);
    }
}
