package io.mingjing.evaluation.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RadarFlag;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Boxes: two sizes whatever they hold, and each opens in its own row only. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class SealsTest {

    private static final LocalDate DAY = LocalDate.of(2031, 5, 4);
    private static final byte[] ROW = {1, 2, 3};

    private final Seals seals;
    private final DayKeys days;

    SealsTest(Seals seals, DayKeys days) {
        this.seals = seals;
        this.days = days;
    }

    @BeforeEach
    void aDay() {
        days.open(DAY);
        days.open(DAY.plusDays(1));
    }

    @Test
    void whatWasSealedIsReadAgain() {
        RatingRecord rating = rating(1, List.of("108", "115"), "第一行\n\"二\" 😀");

        assertThat(seals.open(DAY, ROW, seals.seal(DAY, ROW, rating)))
                .isInstanceOfSatisfying(Opened.Readable.class, opened -> assertThat(opened.rating())
                        .usingRecursiveComparison()
                        .isEqualTo(rating));
    }

    @Test
    void theSizeTellsOnlyWhetherThereIsANote() {
        // A national list and a local one of as many reasons.
        List<String> all = List.of(
                "108", "109", "110", "111", "112", "113", "114", "115", "GY0101", "GY0102", "GY0103", "GY0104",
                "GY0105", "GY0106", "GY0107", "GY0108");

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(level -> size(rating(level, List.of(), null))))
                .containsOnly(512);
        assertThat(size(rating(1, all, null))).isEqualTo(512);
        assertThat(size(rating(1, List.of(), "字"))).isEqualTo(2_560);
        assertThat(size(rating(1, all, "字".repeat(500)))).isEqualTo(2_560);
        assertThat(size(rating(1, all, "😀".repeat(500)))).isEqualTo(2_560);
        assertThat(size(rating(1, all, "\"".repeat(500)))).isEqualTo(2_560);
        assertThat(size(rating(1, all, "\n".repeat(500)))).isEqualTo(2_560);
    }

    @Test
    void noTwoBoxesAreAlike() {
        RatingRecord rating = rating(5, List.of(), null);

        assertThat(seals.seal(DAY, ROW, rating)).isNotEqualTo(seals.seal(DAY, ROW, rating));
    }

    @Test
    void aBoxThatWasMovedOrChangedDoesNotOpen() {
        byte[] box = seals.seal(DAY, ROW, rating(2, List.of(), null));
        byte[] damaged = box.clone();
        damaged[100] ^= 1;

        assertThat(seals.open(DAY, new byte[] {1, 2, 4}, box)).isInstanceOf(Opened.Unreadable.class);
        assertThat(seals.open(DAY.plusDays(1), ROW, box)).isInstanceOf(Opened.Unreadable.class);
        assertThat(seals.open(DAY, ROW, damaged)).isInstanceOf(Opened.Unreadable.class);
        assertThat(seals.open(DAY, ROW, new byte[] {1})).isInstanceOf(Opened.Unreadable.class);
        assertThat(seals.open(LocalDate.of(1999, 1, 1), ROW, box)).isInstanceOf(Opened.Unreadable.class);
    }

    @Test
    void aRatingDoesNotSayWhatItIs() {
        assertThat(rating(1, List.of("108"), "王记餐馆").toString()).doesNotContain("1", "王记");
    }

    private int size(RatingRecord rating) {
        return seals.seal(DAY, ROW, rating).length;
    }

    private static RatingRecord rating(int level, List<String> reasons, String note) {
        return new RatingRecord(
                level,
                reasons,
                "M".repeat(40),
                "INDIVIDUAL",
                Channel.THIRD_PARTY.pf(),
                new byte[32],
                new byte[16],
                Streams.THIRD_PARTY,
                new Marks(
                        Validity.OUTSIDE_WINDOW,
                        Arrays.stream(RadarFlag.values()).map(RadarFlag::code).collect(Collectors.toSet()),
                        true,
                        true),
                note,
                DAY.minusDays(3),
                "U".repeat(40),
                "V".repeat(40),
                1);
    }
}
