package io.mingjing.task.plan.domain;

import static io.mingjing.task.plan.domain.Collective.ALL_INSTITUTIONS;
import static io.mingjing.task.plan.domain.Collective.ALL_SECTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Collective expressions of the real plans. */
class CollectiveTest {

    @ParameterizedTest
    @CsvSource({
        "各科室, ALL_SECTIONS",
        "各处室, ALL_SECTIONS",
        "各相关处室, ALL_SECTIONS",
        "各责任科室, ALL_SECTIONS",
        "各股室, ALL_SECTIONS",
        "直属事业单位, ALL_INSTITUTIONS",
        "各直属单位, ALL_INSTITUTIONS",
        "直属各单位, ALL_INSTITUTIONS"
    })
    void expressionsAreKnown(String words, Collective meant) {
        assertThat(Collective.of(words)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"资管科", "科室", "各单位", "政策法规与创新体系建设处"})
    void namesOfUnitsAreNone(String words) {
        assertThat(Collective.of(words)).isEmpty();
    }

    @Test
    void wordsArePartedAndHowIsLeftOut() {
        assertThat(Collective.parts("各科室、直属事业单位")).containsExactly("各科室", "直属事业单位");
        assertThat(Collective.parts("成果科,资管科")).containsExactly("成果科", "资管科");
        assertThat(Collective.parts("各相关处室、各直属单位按职责分工负责")).containsExactly("各相关处室", "各直属单位");
        assertThat(Collective.parts("各相关处室、各直属单位按职责分工负责").stream()
                        .map(Collective::of)
                        .flatMap(java.util.Optional::stream)
                        .toList())
                .isEqualTo(List.of(ALL_SECTIONS, ALL_INSTITUTIONS));
    }
}
