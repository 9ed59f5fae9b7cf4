package io.mingjing.task.plan.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is handed in, in the shape of {@code docs/plan.schema.json}. Nothing in it is believed yet: every component
 * may be missing, and dates and words of a list are still text, so that all that is wrong can be said at once.
 */
public record PlanDocument(
        @Nullable String title,
        @Nullable String bureau,
        @Nullable RoundPart round,
        @Nullable ReleasePart release,
        @Nullable String basisText,
        @Nullable List<BasisPart> basis,
        @Nullable List<NarrativePart> narrative,
        @Nullable GroupPart leadingGroup,
        @Nullable List<TaskPart> tasks) {

    /** Round of the evaluation. */
    public record RoundPart(
            @Nullable Integer year, @Nullable Integer ordinal) {}

    /** When and where the document came out. */
    public record ReleasePart(
            @Nullable String day,
            @Nullable String words,
            @Nullable String source) {}

    /** A basis document. */
    public record BasisPart(
            @Nullable String title, @Nullable String number) {}

    /** A part that is not a task. */
    public record NarrativePart(
            @Nullable String heading, @Nullable String text) {}

    /** The leading group. */
    public record GroupPart(@Nullable String name, @Nullable List<LevelPart> levels) {}

    /** A level of the leading group. */
    public record LevelPart(
            @Nullable String level,
            @Nullable String words,
            @Nullable String duty) {}

    /** A task. */
    public record TaskPart(
            @Nullable Integer number,
            @Nullable String label,
            @Nullable String title,
            @Nullable String text,
            @Nullable List<MeasurePart> measures,
            @Nullable UnitsPart leads,
            @Nullable UnitsPart responsible,
            @Nullable DeadlinePart deadline,
            @Nullable DonePart doneBefore) {}

    /** A measure. */
    public record MeasurePart(
            @Nullable String number,
            @Nullable String heading,
            @Nullable List<String> actions) {}

    /** Units: the document's words, and where these do not name them one by one, codes or names. */
    public record UnitsPart(
            @Nullable String words, @Nullable List<String> units) {}

    /** A time limit. */
    public record DeadlinePart(
            @Nullable String kind,
            @Nullable String words,
            @Nullable String date,
            @Nullable Boolean includesDay,
            @Nullable Integer days,
            @Nullable String startDay) {}

    /** That the work was done before the plan came out. */
    public record DonePart(@Nullable String date, @Nullable List<EvidencePart> evidence) {}

    /** A piece of evidence. */
    public record EvidencePart(
            @Nullable String measure,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String date,
            @Nullable String link,
            @Nullable String text) {}
}
