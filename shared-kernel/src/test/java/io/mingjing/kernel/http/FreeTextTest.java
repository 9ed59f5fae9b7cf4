package io.mingjing.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters a text may have, and which free text loses on the way in. */
class FreeTextTest {

    @ParameterizedTest
    @ValueSource(ints = {0x0, 0x7, 0xD, 0x1B, 0x7F, 0x85, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800})
    void plainTextRefusesWhatNobodySees(int character) {
        String text = "资管" + (char) character + "科";

        assertThatThrownBy(() -> Characters.refuseUnseen("name", text))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(CommonProblem.BAD_REQUEST);
                    assertThat(refusal.violations()).singleElement().satisfies(violation -> {
                        assertThat(violation.field()).isEqualTo("name");
                        assertThat(violation.zh()).contains(String.format("U+%04X", character));
                    });
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "资管科", "第一行\n第二行\t缩进", "😀 emoji", "é combining", "\u200dzero width joiner"})
    void plainTextTakesWhatPeopleWrite(String text) {
        Characters.refuseUnseen("name", text);
    }

    @Test
    void freeTextLosesDirectionMarksAndOuterBlanks() {
        assertThat(new FreeText(" 态度\u202E很差\u2069\r\n请改进 ").value()).isEqualTo("态度很差\n请改进");
    }

    @Test
    void freeTextStillRefusesControls() {
        assertThatThrownBy(() -> new FreeText("a\u0000b")).isInstanceOf(ProblemException.class);
    }

    @Test
    void lengthCountsCharactersAsPeopleDo() {
        assertThat(new FreeText("好😀").length()).isEqualTo(2);
    }
}
