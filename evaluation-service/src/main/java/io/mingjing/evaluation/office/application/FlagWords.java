package io.mingjing.evaluation.office.application;

import io.mingjing.kernel.http.Language;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What the stuffing radar's short codes mean, as people read them; a code stays a code where it has no words. */
public final class FlagWords {

    private record Pair(String zh, String en) {}

    private static final Map<String, Pair> WORDS = Map.of();

    private FlagWords() {}

    public static String of(String flag) {
        Pair words = WORDS.get(flag);
        return words == null ? flag : Language.current().pick(words.zh(), words.en());
    }

    /** Several in one line; empty for none. */
    public static String of(Collection<String> flags) {
        return String.join("、", flags.stream().sorted().map(FlagWords::of).toList());
    }

    /** Flags with their counts in one line; empty for none. */
    public static String of(Map<String, Long> flags) {
        return String.join(
                "、",
                new TreeMap<>(flags)
                        .entrySet().stream()
                                .map(flag -> of(flag.getKey()) + " " + flag.getValue())
                                .toList());
    }
}
