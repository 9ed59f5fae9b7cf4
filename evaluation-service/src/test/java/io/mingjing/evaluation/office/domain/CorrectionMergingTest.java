package io.mingjing.evaluation.office.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.office.domain.CorrectionLine.Scope;
import io.mingjing.evaluation.office.domain.CorrectionMerging.Confirmed;
import io.mingjing.evaluation.office.domain.CorrectionMerging.Merged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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

    @Test
    void aLeafWhoseRestWouldBeTooFewIsTakenTogetherWithTheBureau() {
        Confirmed one = of("叶-1", "KJJ", 1, 6, Ground.FRAUD, 9, 0);

        assertThat(CorrectionMerging.of(List.of(one), K)).singleElement().satisfies(line -> {
            assertThat(line.scope()).isEqualTo(Scope.BUREAU);
            assertThat(line.unit()).isEqualTo("KJJ");
            assertThat(line.leafNumber()).isNull();
        });
        assertThat(CorrectionMerging.of(List.of(of("叶-1", "KJJ", 1, 6, Ground.FRAUD, 16, 6)), K))
                .as("an earlier line has taken six off: four stay")
                .extracting(Merged::scope)
                .containsExactly(Scope.BUREAU);
        assertThat(CorrectionMerging.of(List.of(of("叶-1", "KJJ", 1, 9, Ground.FRAUD, 9, 0)), K))
                .as("nothing stays")
                .extracting(Merged::scope)
                .containsExactly(Scope.LEAF);
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
        Confirmed city = new Confirmed(UUID.randomUUID(), "市叶-1", "GY", "GY", true, 1, 5, Ground.FRAUD, 20, 0);

        assertThat(CorrectionMerging.of(List.of(city), K))
                .extracting(Merged::scope)
                .containsExactly(Scope.CITY);
    }

    private static Confirmed of(
            String leaf, String bureau, int level, long ratings, Ground ground, long all, long before) {
        return new Confirmed(
                UUID.randomUUID(), leaf, bureau + "-CGK", bureau, false, level, ratings, ground, all, before);
    }
}
