package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.intake.application.Rated;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.kernel.http.Language;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a code opens, for a program that shows a form of its own.
 *
 * @param kind {@code VISIT} or {@code PLACE}
 * @param hall null where the place is in none
 * @param validTo last day on which it can be rated
 * @param ticket of a place: good for one rating; null for a visit
 * @param askRaterType whether the rater may be asked for {@code ENTERPRISE} or {@code INDIVIDUAL}
 */
public record OpenedView(
        String kind,
        @Nullable String hall,
        String place,
        LocalDate day,
        LocalDate validTo,
        @Nullable String ticket,
        boolean askRaterType,
        List<Choice> matters,
        List<LevelView> levels) {

    /** Something to choose, and its words. */
    public record Choice(String code, String name) {}

    /** A level with what may be ticked at it. */
    public record LevelView(int level, String name, List<Choice> reasons) {}

    static OpenedView of(Rated rated) {
        return new OpenedView(
                rated instanceof Rated.OfPlace ? "PLACE" : "VISIT",
                rated.spot().hall(),
                rated.spot().name(),
                rated.day(),
                rated.expDay(),
                rated instanceof Rated.OfPlace place ? place.ticketText() : null,
                rated.raterType() == RaterType.UNKNOWN,
                rated.matters().stream()
                        .map(matter -> new Choice(matter.code(), matter.name()))
                        .toList(),
                rated.scale().levels().stream().map(OpenedView::level).toList());
    }

    private static LevelView level(Scale.Level level) {
        Language language = Language.current();
        return new LevelView(
                level.level(),
                language.pick(level.zh(), level.en()),
                level.reasons().stream()
                        .map(reason -> new Choice(reason.code(), language.pick(reason.zh(), reason.en())))
                        .toList());
    }
}
