package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.kernel.event.Topics;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of ratings only closed leaves travel: one record each, with the slot as its time and no trace of a request. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class EvaluationTopicTest {

    private static final String CGK = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;

    EvaluationTopicTest(MixingWorld world, SuperUser database) {
        this.world = world;
        this.database = database;
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void oneRecordForALeafAndNoTraceInIt() {
        world.begin();
        IntStream.range(0, 6).forEach(n -> world.sixOfTwelve(world.windowDrawn(true, DAY, CGK), CGK, DAY));
        world.sixOfTwelve(world.windowDrawn(false, DAY, CGK), CGK, DAY);
        world.slot(DAY);
        await().until(() -> database.number("select count(*) from outbox") == 0);
        List<String> leaves = database.column("select id::text from leaf");

        List<ConsumerRecord<String, String>> records = records().stream()
                .filter(record -> leaves.contains(record.key()))
                .toList();

        assertThat(leaves).hasSizeGreaterThanOrEqualTo(6);
        assertThat(records).extracting(ConsumerRecord::key).containsExactlyInAnyOrderElementsOf(leaves);
        assertThat(records).allSatisfy(record -> {
            assertThat(headers(record).keySet())
                    .containsExactlyInAnyOrder(
                            "ce_specversion",
                            "ce_id",
                            "ce_type",
                            "ce_source",
                            "ce_time",
                            "ce_subject",
                            "ce_sequence",
                            "content-type");
            assertThat(Instant.parse(headers(record).get("ce_time"))).isEqualTo(Instant.parse(DAY + "T10:00:00Z"));
            assertThat(headers(record).get("ce_id").charAt(14)).isEqualTo('4');
        });
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(java.util.stream.Collectors.toMap(
                        Header::key, header -> new String(header.value(), java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static List<ConsumerRecord<String, String>> records() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealParts.broker().bootstrapServers(), "auto.offset.reset", "earliest");
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(number -> new TopicPartition(Topics.EVALUATION.topicName(), number))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        return records;
    }
}
