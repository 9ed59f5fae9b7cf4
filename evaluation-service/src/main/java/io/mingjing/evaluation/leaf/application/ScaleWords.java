package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.kernel.http.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.stream.Stream;

/** Levels and reasons as people read them; a code stays a code where no version of the scale has words for it. */
@ApplicationScoped
public class ScaleWords {

    private final Scales scales;

    ScaleWords(Scales scales) {
        this.scales = scales;
    }

    public String level(int level) {
        return first(
                scale -> scale.level(level).stream()
                        .map(found -> Language.current().pick(found.zh(), found.en())),
                Integer.toString(level));
    }

    public String reason(String code) {
        return first(
                scale -> scale.levels().stream()
                        .flatMap(level -> level.reasons().stream())
                        .filter(reason -> reason.code().equals(code))
                        .map(reason -> Language.current().pick(reason.zh(), reason.en())),
                code);
    }

    private String first(Function<Scale, Stream<String>> words, String otherwise) {
        return scales.all().stream().flatMap(words).findFirst().orElse(otherwise);
    }
}
