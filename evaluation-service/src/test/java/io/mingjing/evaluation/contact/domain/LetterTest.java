package io.mingjing.evaluation.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every letter has one length, and says what the city office needs to call. */
class LetterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 19);
    private static final PhoneNumber PHONE = PhoneNumber.read("13800138000").orElseThrow();

    @Test
    void aContactNamesItsCase() {
        byte[] letter = Letter.contact("GY-W01", DAY, 1, List.of("108", "JC001"), "GY-KJJ-2026-0001", PHONE, "王先生");

        assertThat(letter).hasSize(256);
        assertThat(read(letter))
                .containsExactly(
                        "C", "GY-W01", "2026-03-19", "1", "108,JC001", "GY-KJJ-2026-0001", "13800138000", "王先生");
    }

    @Test
    void whatDoesNotFitIsCutFromTheReasons() {
        List<String> reasons =
                IntStream.rangeClosed(1, 40).mapToObj("R%05d"::formatted).toList();

        byte[] letter = Letter.contact("W".repeat(40), DAY, 1, reasons, "L".repeat(40), PHONE, "王".repeat(20));

        assertThat(letter).hasSize(256);
        String told = read(letter).get(4);
        assertThat(told).startsWith("R00001,").doesNotContain("R00040");
        assertThat(String.join(",", reasons)).startsWith(told);
        assertThat(read(letter).getLast()).isEqualTo("王".repeat(20));
    }

    @Test
    void aCanaryLooksTheSameFromOutside() {
        byte[] letter = Letter.canary("a word", DAY);

        assertThat(letter).hasSize(256);
        assertThat(read(letter)).containsExactly("K", "a word", "2026-03-19");
    }

    private static List<String> read(byte[] letter) {
        int length = ByteBuffer.wrap(letter).getShort();
        return List.of(new String(letter, 2, length, StandardCharsets.UTF_8).split("\n", -1));
    }
}
