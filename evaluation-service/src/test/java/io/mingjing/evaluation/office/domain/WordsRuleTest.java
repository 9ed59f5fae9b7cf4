package io.mingjing.evaluation.office.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not stand in a paraphrase. */
class WordsRuleTest {

    private static final String NOTE = "我的小面馆来回跑了三趟才补齐租赁合同";

    @ParameterizedTest
    @ValueSource(strings = {"电话13800138000", "办件号 2026 0319 001", "510 802 1990"})
    void longNumbersLeadToAPerson(String text) {
        assertThat(WordsRule.namesNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026年3月多次反映", "12345热线", "跑了3趟、等了40分钟"})
    void shortNumbersDoNot(String text) {
        assertThat(WordsRule.namesNumber(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "有群众反映：我的小面馆来回跑了三趟才补齐租赁合同",
                "有人说，小面馆 来回跑了三趟，才补齐",
            })
    void copyingIsNotParaphrasing(String text) {
        assertThat(WordsRule.repeats(text, List.of("另一条", NOTE))).isTrue();
    }

    @Test
    void ownWordsAreFine() {
        assertThat(WordsRule.repeats("有群众反映补充材料需多次往返，建议一次告知", List.of(NOTE))).isFalse();
        assertThat(WordsRule.repeats("有群众表示不满意", List.of("不满意")))
                .as("too short to be anybody's")
                .isFalse();
        assertThat(WordsRule.repeats("群众说窗口总是没有人", List.of("窗口总是没有人")))
                .as("a short note as a whole")
                .isTrue();
    }
}
