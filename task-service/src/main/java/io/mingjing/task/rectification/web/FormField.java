package io.mingjing.task.rectification.web;

import io.mingjing.kernel.http.ProblemException.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param label null where the field is hidden
 * @param longest longest text in characters; 0 for no limit
 * @param value what was sent before, or the preset
 * @param fault what is wrong with it; null when nothing is
 */
public record FormField(
        String name,
        Kind kind,
        @Nullable Words label,
        @Nullable Words hint,
        boolean required,
        int longest,
        List<Option> options,
        String value,
        @Nullable String fault) {

    /** How a field is asked for. */
    public enum Kind {
        HIDDEN,
        LINE,
        TEXT,
        DAY,
        CHOICE
    }

    /** A choice. */
    public record Option(String value, String text) {}

    public FormField {
        options = List.copyOf(options);
    }

    static FormField hidden(String name, String value) {
        return new FormField(name, Kind.HIDDEN, null, null, false, 0, List.of(), value, null);
    }

    static FormField of(String name, Kind kind, String zh, String en, int longest) {
        return new FormField(name, kind, new Words(zh, en), null, false, longest, List.of(), "", null);
    }

    static FormField choice(String name, String zh, String en, List<Option> options) {
        return new FormField(name, Kind.CHOICE, new Words(zh, en), null, true, 0, options, "", null);
    }

    FormField need() {
        return new FormField(name, kind, label, hint, true, longest, options, value, fault);
    }

    FormField hinted(String zh, String en) {
        return new FormField(name, kind, label, new Words(zh, en), required, longest, options, value, fault);
    }

    FormField filled(String with, @Nullable String wrong) {
        return new FormField(name, kind, label, hint, required, longest, options, with, wrong);
    }
}
