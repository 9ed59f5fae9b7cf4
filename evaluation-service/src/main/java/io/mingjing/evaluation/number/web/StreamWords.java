package io.mingjing.evaluation.number.web;

import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.kernel.http.Language;

/** Streams as people read them. */
final class StreamWords {

    private StreamWords() {}

    static String of(String stream) {
        Language language = Language.current();
        return switch (stream) {
            case Streams.VISIT -> language.pick("办件评价", "By visit");
            case Streams.PLACE -> language.pick("评价点码评价", "By place code");
            case Streams.CONTESTED -> language.pick("“不是我评的”补充评价", "Contested");
            case Streams.SECOND -> language.pick("追评", "Second rating");
            case Streams.TELEPHONE -> language.pick("电话调查", "By telephone");
            case Streams.THIRD_PARTY -> language.pick("第三方测评", "By a third party");
            default -> stream;
        };
    }
}
