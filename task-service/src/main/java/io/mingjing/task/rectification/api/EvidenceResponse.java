package io.mingjing.task.rectification.api;

import io.mingjing.task.rectification.domain.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A piece of evidence. */
public record EvidenceResponse(
        String name,
        String kind,
        LocalDate date,
        @Nullable String link,
        @Nullable String text,
        String givenBy,
        Instant givenAt) {

    static EvidenceResponse from(Evidence evidence) {
        Evidence.Piece piece = evidence.piece();
        return new EvidenceResponse(
                piece.name(),
                piece.kind().name(),
                piece.day(),
                piece.link(),
                piece.text(),
                evidence.givenBy(),
                evidence.givenAt());
    }
}
