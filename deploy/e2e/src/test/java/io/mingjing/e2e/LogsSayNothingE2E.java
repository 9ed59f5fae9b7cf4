package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
        List<String> secrets = story.secrets().stream()
                .map(secret -> new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        AtomicInteger files = new AtomicInteger();

        Files.walkFileTree(system.data(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isRegularFile()) {
                    return FileVisitResult.CONTINUE;
                }
                try {
                    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertThat(secrets).as(file.toString()).noneMatch(bytes::contains);
                    files.incrementAndGet();
                    return FileVisitResult.CONTINUE;
                } catch (NoSuchFileException gone) {
                    return visitFileFailed(file, gone);
                }
            }

            /** A running database deletes files of its own at any moment. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });

        assertThat(files).hasValueGreaterThan(1_000);
    }
}
