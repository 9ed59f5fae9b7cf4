package io.mingjing.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.kernel.event.EventCodec.Decoded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden samples are append-only: each stays readable for ever, and each type's newest sample is exactly what is
 * written today.
 */
class EventSamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasASampleAndStillWritesItsNewest(String type) throws IOException {
        Path newest = newest(type);

        Decoded decoded = EventCodec.decode(headers(type), Files.readAllBytes(newest));

        assertThat(decoded).isInstanceOf(Decoded.Known.class);
        Envelope envelope = ((Decoded.Known) decoded).envelope();
        String written = EventCodec.encode(envelope).payload();
        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(Files.readString(newest)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySampleEverWrittenIsStillUnderstood(Path sample) throws IOException {
        String name = sample.getFileName().toString();
        String type = name.substring(0, name.indexOf(".v1.") + 3);

        assertThat(EventCodec.decode(headers(type), Files.readAllBytes(sample))).isInstanceOf(Decoded.Known.class);
    }

    @Test
    void aNewerSendersFieldIsPassedOver() {
        byte[] payload = """
                {"calendar":"CN","year":2026,"version":1,"daysOff":[],"workedDays":[],"colour":"new"}""".getBytes(StandardCharsets.UTF_8);

        assertThat(EventCodec.decode(headers("mingjing.calendar.YearPublished.v1"), payload))
                .isInstanceOf(Decoded.Known.class);
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        byte[] json = "{\"year\":\"soon\"}".getBytes(StandardCharsets.UTF_8);
        byte[] text = "nonsense".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = headers("mingjing.calendar.YearPublished.v1");

        assertThat(EventCodec.decode(Map.of(), json)).isEqualTo(new Decoded.Malformed("no ce_type"));
        assertThat(EventCodec.decode(headers, null)).isEqualTo(new Decoded.Malformed("no value"));
        assertThat(EventCodec.decode(headers, json)).isInstanceOf(Decoded.Malformed.class);
        assertThat(EventCodec.decode(headers, text)).isInstanceOf(Decoded.Malformed.class);
        assertThat(EventCodec.decode(headers, "null".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Decoded.Malformed.class);
        assertThat(EventCodec.decode(headers("mingjing.weather.Rain.v1"), json))
                .isEqualTo(new Decoded.UnknownType("mingjing.weather.Rain.v1"));
    }

    static Stream<String> types() {
        return EventCodec.knownTypes().keySet().stream().sorted();
    }

    static Stream<Path> files() throws IOException {
        return Files.list(SAMPLES).sorted();
    }

    private static Path newest(String type) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.getFileName().toString().startsWith(type + "."))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new AssertionError("No golden sample of " + type));
        }
    }

    private static Map<String, String> headers(String type) {
        return Map.of(
                "ce_id",
                new UUID(1, 2).toString(),
                "ce_source",
                "urn:mingjing:test",
                "ce_type",
                type,
                "ce_time",
                Instant.EPOCH.toString(),
                "ce_sequence",
                "1");
    }
}
