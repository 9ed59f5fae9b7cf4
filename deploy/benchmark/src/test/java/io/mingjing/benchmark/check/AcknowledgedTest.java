package io.mingjing.benchmark.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgedTest {

    @TempDir
    private Path directory;

    @Test
    void keepsNumberAndReceiptOfWhatWasAcknowledgedAndNothingElse() {
        try (Acknowledged log = new Acknowledged(directory.resolve("log"))) {
            hear(log, 7, 201, "{\"outcome\":\"ACCEPTED\",\"receipt\":\"0123456789ABC\",\"message\":\"评价已收到\"}");
            hear(log, 8, 503, "{\"status\":503}");
            hear(log, 1_234_567, 200, "{\"outcome\":\"ACCEPTED\",\"receipt\":\"ZYXWVTSRQPNMK\"}");

            assertThat(log.entries())
                    .containsExactly(
                            new Acknowledged.Entry(7, "0123456789ABC"),
                            new Acknowledged.Entry(1_234_567, "ZYXWVTSRQPNMK"));
        }
    }

    @Test
    void anAcknowledgementWithoutAReceiptIsNoAcknowledgement() {
        try (Acknowledged log = new Acknowledged(directory.resolve("log"))) {
            assertThatThrownBy(() -> hear(log, 1, 200, "{\"outcome\":\"ALREADY_RATED\",\"receipt\":null}"))
                    .hasMessageContaining("without a receipt");
        }
    }

    private static void hear(Acknowledged log, int request, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        log.heard(request, status, bytes, 0, bytes.length);
    }
}
