package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing that a visitor scanned, wrote or was given stands in any log, topic or database outside the sealed boxes. */
@Order(7)
@Story.Chapter
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LogsSayNothingE2E {

    private final Story story;
    private final RunningSystem system;

    LogsSayNothingE2E(Story story) {
        this.story = story;
        this.system = story.system();
        story.taskOfTheLeaf();
        story.everythingGoesWrongOnce();
    }

    @Test
    void noLogHoldsACodeAReceiptOrAWord() throws IOException {
        List<Path> logs = system.logs();
        assertThat(logs).as("a log for each process").hasSizeGreaterThanOrEqualTo(6);

        for (Path log : logs) {
            String text = Files.readString(log, StandardCharsets.UTF_8);
            assertThat(story.secrets()).as(log.toString()).noneMatch(text::contains);
        }
    }

    @Test
    void noRecordHoldsACodeAReceiptOrAWord() {
        assertThat(system.kafka().everything()).isNotEmpty().allSatisfy(seen -> {
            String text = seen.key() + seen.headers() + seen.value();
            assertThat(story.secrets()).noneMatch(text::contains);
            assertThat(seen.headers().keySet())
                    .as("nothing ties a record to a request")
                    .noneMatch(header -> header.contains("trace") || header.contains("baggage"));
        });
    }

    @Test
    void noMetricHoldsThemOrCountsAPlaceAUnitOrALevel() {
        for (URI metrics : List.of(
                system.task("/q/metrics"), system.evaluation("/q/metrics"), system.notification("/q/metrics"))) {
            String text = system.as("demo-operations")
                    .get(metrics)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();

            assertThat(story.secrets()).noneMatch(text::contains);
            assertThat(text)
                    .contains("process_cpu_usage")
                    .doesNotContain(
                            Story.WINDOW, Story.QUIET_WINDOW, Story.OWNER, "level=", "place=", "unit=", "leaf=");
        }
    }

    @Test
    void noFileOfTheDataDirectoryHoldsThemInPlain() throws IOException {
        try (var files = Files.walk(system.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(story.secrets())
                        .as(file.toString())
                        .map(secret -> new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                        .noneMatch(bytes::contains);
            }
        }
    }
}
