package io.mingjing.evaluation.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "' 138 0013 8000 ', 13800138000",
        "１３８００１３８０００, 13800138000",
        "0839-3261234, 08393261234",
        "(0839) 3261234, 08393261234",
        "3261234, 3261234",
        "400-800-1234, 4008001234",
        "+86 138 0013 8000, +8613800138000",
        "+49 30 1234567, +49301234567",
    })
    void whatPeopleDialIsRead(String typed, String digits) {
        assertThat(PhoneNumber.read(typed)).map(PhoneNumber::digits).contains(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110",
                "12345678901",
                "138001380001",
                "一三八",
                "1380013800x",
                "<script>",
                "0000",
                "138\n0013\u00008000"
            })
    void whatIsNoNumberIsNot(String typed) {
        assertThat(PhoneNumber.read(typed)).isEmpty();
    }
}
