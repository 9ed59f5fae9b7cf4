package io.mingjing.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document is written by hand; here it is held against the declared topics, the records and the samples. */
class EventsDocumentTest {

    private static JsonNode document = new YAMLMapper().createObjectNode();

    @BeforeAll
    static void read() throws IOException {
        document = new YAMLMapper().readTree(Files.readString(Path.of("../docs/events.asyncapi.yaml")));
    }

    @Test
    void itNamesEveryTopicAndNoOther() {
        Set<String> documented = new TreeSet<>();
        document.get("channels")
                .forEach(channel -> documented.add(channel.get("address").asText()));

        assertThat(documented)
                .isEqualTo(Arrays.stream(Topics.values())
                        .map(Topics::topicName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void itNamesEveryEventAndNoOther() {
        Set<String> documented = new TreeSet<>();
        document.get("components")
                .get("messages")
                .forEach(message -> documented.add(message.get("name").asText()));

        assertThat(documented).isEqualTo(new TreeSet<>(EventCodec.knownTypes().keySet()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void itNamesEveryComponentAndWhichMayBeMissing(String type) {
        Class<?> event = EventCodec.knownTypes().get(type);
        JsonNode schema = document.get("components").get("schemas").get(event.getSimpleName());
        assertThat(schema).as("schema of " + type).isNotNull();

        Map<String, RecordComponent> components = Arrays.stream(event.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, component -> component));
        Set<String> mandatory = components.values().stream()
                .filter(component -> component.getAnnotatedType().getAnnotation(Nullable.class) == null)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());

        assertThat(names(schema.get("properties"))).isEqualTo(components.keySet());
        Set<String> required = new TreeSet<>();
        schema.get("required").forEach(name -> required.add(name.asText()));
        assertThat(required).isEqualTo(mandatory);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventTravelsOnTheChannelThatNamesIt(String type) {
        String event = EventCodec.knownTypes().get(type).getSimpleName();
        String family = type.split("\\.")[1];

        JsonNode messages = document.get("channels").get(family).get("messages");

        assertThat(names(messages)).contains(event);
    }

    static Stream<String> types() {
        return EventCodec.knownTypes().keySet().stream().sorted();
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
