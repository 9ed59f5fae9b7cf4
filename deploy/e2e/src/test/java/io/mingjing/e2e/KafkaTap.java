package io.mingjing.e2e;

import io.mingjing.kernel.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads every record of every topic, as somebody with the broker's disk could. */
final class KafkaTap {

    private final String bootstrap;

    KafkaTap(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** A record with its headers, all as text. */
    record Seen(String topic, String key, Map<String, String> headers, String value) {

        String type() {
            return headers.getOrDefault("ce_type", "");
        }
    }

    /** Everything that is there now, topic by topic. */
    List<Seen> everything() {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = Arrays.stream(Topics.values())
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Seen> seen = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(received -> seen.add(seen(received)));
            }
            return seen;
        }
    }

    /** Those of one event type, such as {@code LeafClosed}. */
    List<Seen> ofType(String simpleName) {
        return everything().stream()
                .filter(seen -> seen.type().contains("." + simpleName + "."))
                .toList();
    }

    private static Seen seen(ConsumerRecord<String, String> received) {
        Map<String, String> headers = new HashMap<>();
        received.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Seen(received.topic(), String.valueOf(received.key()), headers, String.valueOf(received.value()));
    }
}
