package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.domain.RadarFlag;
import io.mingjing.kernel.http.Language;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What the stuffing radar's short codes mean, as people read them; a code stays a code where it has no words. */
public final class FlagWords {

    private FlagWords() {}

    public static String of(String flag) {
        return RadarFlag.ofCode(flag)
                .map(known -> Language.current().pick(known.zh(), known.en()))
                .orElse(flag);
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
