package io.mingjing.task.rectification.api;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.task.rectification.application.TaskView;
import io.mingjing.task.rectification.domain.Fact;
import io.mingjing.task.rectification.domain.Measure;
import io.mingjing.task.rectification.domain.Requester;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TimeLimit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as the caller sees it now.
 *
 * @param number null while a draft
 * @param may acts the caller may do now
 * @param version also the ETag; send it back as If-Match
 */
public record TaskResponse(
        UUID id,
        @Nullable String number,
        String title,
        String text,
        @Nullable String label,
        String source,
        UUID sourceId,
        String state,
        UnitName bureau,
        Units leads,
        Units responsible,
        Limit limit,
        List<ClockResponse> clocks,
        List<MeasureResponse> measures,
        List<EvidenceResponse> evidence,
        List<Fact> facts,
        @Nullable LocalDate doneOn,
        @Nullable String closeRequestedBy,
        @Nullable Closed closure,
        List<String> may,
        long version) {

    /** Units with the document's words for them. */
    public record Units(@Nullable String words, List<UnitName> units) {}

    /** The time limit in words and parts. */
    public record Limit(
            String kind,
            String words,
            @Nullable LocalDate date,
            @Nullable Boolean includesDay,
            @Nullable Integer days,
            @Nullable StartDay startDay) {

        static Limit from(TimeLimit limit) {
            return new Limit(
                    limit.kind().name(),
                    limit.words(),
                    limit.date(),
                    limit.includesDay(),
                    limit.days(),
                    limit.startDay());
        }
    }

    /** A measure with its evidence. */
    public record MeasureResponse(
            String number, @Nullable String heading, List<String> actions, List<EvidenceResponse> evidence) {

        static MeasureResponse from(Measure measure, TaskView view) {
            return new MeasureResponse(
                    measure.number(),
                    measure.heading(),
                    measure.actions(),
                    view.evidenceFor(measure.number()).stream()
                            .map(EvidenceResponse::from)
                            .toList());
        }
    }

    /**
     * How it was closed.
     *
     * @param forTheRound 本轮销号: the duty goes on, but its quarterly proofs end here; a later round issues it anew
     */
    public record Closed(String number, String outcome, Instant at, boolean forTheRound) {}

    static TaskResponse from(TaskView view) {
        Task task = view.task();
        return new TaskResponse(
                task.id(),
                task.number().orElse(null),
                task.wording().title(),
                task.wording().text(),
                task.wording().label(),
                task.origin().source().name(),
                task.origin().sourceId(),
                task.state().name(),
                UnitName.of(task.bureau(), view.names()),
                units(task.wording().leadWords(), task.leads(), view),
                units(task.wording().responsibleWords(), task.responsible(), view),
                Limit.from(task.limit()),
                view.clocks().stream().map(ClockResponse::from).toList(),
                task.measures().stream()
                        .map(measure -> MeasureResponse.from(measure, view))
                        .toList(),
                view.evidenceForAll().stream().map(EvidenceResponse::from).toList(),
                task.facts(),
                task.doneOn().orElse(null),
                task.requester().map(Requester::name).orElse(null),
                task.closure()
                        .map(how -> new Closed(how.number(), how.outcome(), how.at(), task.closesForTheRound()))
                        .orElse(null),
                view.may().stream().map(Enum::name).toList(),
                task.version());
    }

    private static Units units(@Nullable String words, List<String> codes, TaskView view) {
        return new Units(
                words,
                codes.stream().map(code -> UnitName.of(code, view.names())).toList());
    }
}
