package io.mingjing.evaluation.office.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.office.domain.CorrectionLine.Scope;
import io.mingjing.evaluation.office.domain.CorrectionMerging.Confirmed;
import io.mingjing.evaluation.office.domain.CorrectionMerging.Merged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No line is about fewer than k ratings, and none leaves a smaller group behind. */
class CorrectionMergingTest {

    private static final int K = 5;

    @Test
    void aLeafWithEnoughHasALineOfItsOwn() {
        Confirmed one = of("叶-1", "KJJ", 1, 5, Ground.FRAUD, 12, 0);

        assertThat(CorrectionMerging.of(List.of(one), K))
                .containsExactly(new Merged(
                        Scope.LEAF,
                        "KJJ-CGK",
                        "叶-1",
                        5,
                        List.of(5L, 0L, 0L, 0L, 0L),
                        Map.of(Ground.FRAUD, 5L),
                        List.of(one.id())));
    }

    /** Ratings of the leaf, those that earlier lines took off, of these in lines of several leaves, now: has it a line? */
    @ParameterizedTest
    @CsvSource({
        "12, 0, 0, 5, true", // seven stay
        "10, 0, 0, 5, true", // five stay
        "9, 0, 0, 5, false", // four would
        "9, 0, 0, 9, true", // nothing stays
        "12, 0, 0, 4, false", // too few
        "16, 6, 0, 6, false", // a line of its own took six off: four would stay
        "16, 6, 6, 6, false", // as well where it was a line of several leaves
        "17, 6, 6, 6, true",
        "12, 3, 3, 9, false", // nothing stays, but a reader would see three
        "14, 5, 5, 9, true",
    })
    void aLeafsOwnLineLeavesNobodyOrEnough(long all, long before, long together, long now, boolean published) {
        Confirmed one = of("叶-1", "KJJ", now, all, before, together);

        assertThat(CorrectionMerging.of(List.of(one), K))
                .as("it is never told as a line of its bureau either")
                .extracting(Merged::scope)
                .isEqualTo(published ? List.of(Scope.LEAF) : List.of());
    }

    /** Two leaves of a bureau, each too few for itself: what they have, what was taken off each before, what now. */
    @ParameterizedTest
    @CsvSource({
        "12, 0, 3, 12, 0, 2, true",
        "12, 0, 2, 12, 0, 2, false", // four are too few
        "4, 0, 3, 5, 0, 2, false", // four of both would stay
        "5, 0, 3, 5, 0, 2, true",
        "3, 0, 3, 2, 0, 2, true", // nothing of both stays
        "12, 9, 3, 12, 7, 2, false", // three of both would stay: 0 and 3
        "12, 9, 3, 12, 5, 2, true", // 0 and 5
        "9, 0, 6, 9, 0, 4, true", // each would leave too few: together eight stay
    })
    void twoLeavesTogetherLeaveNobodyOrEnough(
            long all, long before, long now, long allOther, long beforeOther, long nowOther, boolean published) {
        Confirmed one = of("叶-1", "KJJ", now, all, before, before);
        Confirmed other = of("叶-2", "KJJ", nowOther, allOther, beforeOther, beforeOther);

        List<Merged> lines = CorrectionMerging.of(List.of(one, other), K);

        assertThat(lines).extracting(Merged::scope).isEqualTo(published ? List.of(Scope.BUREAU) : List.of());
        assertThat(lines).allMatch(line -> line.unit().equals("KJJ") && line.leafNumber() == null);
    }

    @Test
    void tooFewOfABureauWaitAndDoNotMixWithAnother() {
        Confirmed one = of("叶-1", "KJJ", 1, 2, Ground.FRAUD, 12, 0);
        Confirmed two = of("叶-2", "KJJ", 2, 2, Ground.TEST, 12, 0);
        Confirmed elsewhere = of("叶-3", "JYJ", 1, 3, Ground.FRAUD, 12, 0);

        assertThat(CorrectionMerging.of(List.of(one, two, elsewhere), K)).isEmpty();

        Confirmed three = of("叶-4", "KJJ", 1, 1, Ground.FRAUD, 12, 0);
        assertThat(CorrectionMerging.of(List.of(one, two, elsewhere, three), K))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.ratings()).isEqualTo(5);
                    assertThat(line.levels()).containsExactly(3L, 2L, 0L, 0L, 0L);
                    assertThat(line.grounds())
                            .as("two of one ground are too few")
                            .isEmpty();
                    assertThat(line.members()).containsExactlyInAnyOrder(one.id(), two.id(), three.id());
                });
    }

    @Test
    void cityLeavesStayWithTheCity() {
        Confirmed city = new Confirmed(UUID.randomUUID(), "市叶-1", "GY", "GY", true, 1, 5, Ground.FRAUD, 20, 0, 0);

        assertThat(CorrectionMerging.of(List.of(city), K))
                .extracting(Merged::scope)
                .containsExactly(Scope.CITY);
    }

    private static Confirmed of(
            String leaf, String bureau, int level, long ratings, Ground ground, long all, long before) {
        return new Confirmed(
                UUID.randomUUID(), leaf, bureau + "-CGK", bureau, false, level, ratings, ground, all, before, 0);
    }

    private static Confirmed of(String leaf, String bureau, long ratings, long all, long before, long together) {
        return new Confirmed(
                UUID.randomUUID(),
                leaf,
                bureau + "-CGK",
                bureau,
                false,
                1,
                ratings,
                Ground.FRAUD,
                all,
                before,
                together);
    }
}
