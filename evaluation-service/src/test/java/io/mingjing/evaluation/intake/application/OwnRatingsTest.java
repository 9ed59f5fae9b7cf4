package io.mingjing.evaluation.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.intake.persistence.KnownRows.Stored;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it costs to ask whether a rating is one's own tells nobody whether there is one. */
class OwnRatingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 22);
    private static final byte[] ROW = {7};
    private static final byte[] MINE = {1, 1};
    private static final byte[] FOREIGN = {2, 2};

    private final List<String> work = new ArrayList<>();
    private final Boxes boxes = new Boxes();
    private Optional<Stored> row = Optional.empty();
    private byte[] mixed = {};

    private final OwnRatings ratings = new OwnRatings(
            (day, h) -> {
                work.add("row");
                return row;
            },
            boxes,
            hash -> {
                work.add("receipt");
                return Arrays.equals(hash, mixed);
            });

    /** Boxes that are numbers of what was sealed, and open with their row only. */
    private final class Boxes implements Seals {

        private final Map<ByteBuffer, RatingRecord> sealed = new HashMap<>();

        @Override
        public byte[] seal(LocalDate expDay, byte[] h, RatingRecord rating) {
            byte[] box = {(byte) sealed.size(), h[0]};
            sealed.put(ByteBuffer.wrap(box), rating);
            work.add("seal");
            return box;
        }

        @Override
        public Opened open(LocalDate expDay, byte[] h, byte[] box) {
            work.add("open");
            assertThat(box[1]).isEqualTo(h[0]);
            return new Opened.Readable(sealed.get(ByteBuffer.wrap(box)));
        }
    }

    @BeforeEach
    void theDayWasAskedForBefore() {
        ratings.holds(MINE, DAY, ROW);
        work.clear();
    }

    @Test
    void unratedRatedAndMixedCostTheSame() {
        assertThat(asking(Optional.empty(), FOREIGN)).isFalse();
        assertThat(asking(Optional.of(boxOf(MINE)), FOREIGN)).isTrue();
        assertThat(asking(Optional.of(boxOf(FOREIGN)), MINE)).isFalse();
        assertThat(asking(Optional.of(new Stored(Optional.empty())), FOREIGN)).isFalse();
        assertThat(asking(Optional.of(new Stored(Optional.empty())), MINE)).isTrue();
    }

    @Test
    void aStandInIsNobodysRating() {
        row = Optional.empty();
        mixed = new byte[32];

        assertThat(ratings.holds(new byte[32], DAY, ROW)).isFalse();
    }

    private boolean asking(Optional<Stored> stored, byte[] handedOn) {
        row = stored;
        mixed = handedOn;
        work.clear();
        boolean mine = ratings.holds(MINE, DAY, ROW);
        assertThat(work).containsExactly("row", "open", "receipt");
        return mine;
    }

    private Stored boxOf(byte[] receiptHash) {
        RatingRecord rating = new RatingRecord(
                1,
                List.of(),
                "M1",
                "UNKNOWN",
                1,
                receiptHash,
                new byte[16],
                Streams.VISIT,
                Marks.NONE,
                null,
                DAY,
                "U",
                "U",
                1);
        return new Stored(Optional.of(boxes.seal(DAY, ROW, rating)));
    }
}
