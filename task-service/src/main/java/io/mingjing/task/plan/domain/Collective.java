package io.mingjing.task.plan.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A collective expression (集合表述) for units; who belongs to it is read from the organisation at publication. */
public enum Collective {
    /** 各科室、各处室、各股室, with or without 相关 or 责任. */
    ALL_SECTIONS("各(相关|责任)?[科处股]室"),
    /** 直属事业单位、各直属单位、直属各单位. */
    ALL_INSTITUTIONS("各?直属(事业|各)?单位");

    private static final Pattern HOW = Pattern.compile("(按(照)?职责分工)?(分别)?(负责|配合)$");

    private final Pattern shape;

    Collective(String shape) {
        this.shape = Pattern.compile(shape);
    }

    /** What a collective expression means; empty where the words name one unit. */
    public static Optional<Collective> of(String words) {
        return Arrays.stream(values())
                .filter(collective -> collective.shape.matcher(words).matches())
                .findFirst();
    }

    /** The collective an entry names; empty where it is a unit's code. */
    public static Optional<Collective> named(String entry) {
        return Arrays.stream(values())
                .filter(collective -> collective.name().equals(entry))
                .findFirst();
    }

    /** Parts the document's words for units into single expressions. */
    public static List<String> parts(String words) {
        return Arrays.stream(HOW.matcher(words.strip()).replaceFirst("").split("[、，,；;\\s]+"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
