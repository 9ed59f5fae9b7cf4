package io.mingjing.task;

import io.mingjing.kernel.event.Topics;
import io.mingjing.local.RealParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What left for the topic of tasks, read from the broker as another service would. */
public final class TaskTopic {

    /** A record: its type without version and service, and its JSON. */
    public record Said(String type, String json) {}

    private TaskTopic() {}

    /** Everything said about one aggregate so far, oldest first. */
    public static List<Said> about(Topics topic, String key) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealParts.broker().bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Said> said = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(found.key())) {
                        said.add(new Said(type(found), found.value()));
                    }
                }
            }
            return said;
        }
    }

    private static String type(ConsumerRecord<String, String> found) {
        String type = new String(found.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return type.replaceFirst("^mingjing\\.\\w+\\.", "").replaceFirst("\\.v\\d+$", "");
    }
}
