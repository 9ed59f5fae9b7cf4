package io.mingjing.task.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Document numbers (文号) as the real plans print them, and as people type them. */
class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource({
        "广委办〔2022〕27号, 广委办, 2022, 27",
        "广营商办〔2024〕3号, 广营商办, 2024, 3",
        "吉营商环境组〔2021〕2号, 吉营商环境组, 2021, 2",
        "广委办[2022]27号, 广委办, 2022, 27",
        "广委办（2022）第27号, 广委办, 2022, 27",
        "' 广委办【2022】27号 ', 广委办, 2022, 27"
    })
    void partsAreRead(String printed, String issuer, int year, int serial) {
        assertThat(DocumentNumber.parse(printed)).contains(new DocumentNumber(issuer, year, serial));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "27号",
                "广委办2022-27号",
                "广委办〔22〕27号",
                "广委办〔2022〕号",
                "广委办〔2022〕0号",
                "广委办〔2022〕27",
                "〔2022〕27号",
                "广委办〔2022〕27号等文件"
            })
    void whatHasAnotherShapeIsNotRead(String printed) {
        assertThat(DocumentNumber.parse(printed)).isEmpty();
    }
}
