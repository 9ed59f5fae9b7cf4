package io.mingjing.task.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.EventCodec;
import io.mingjing.kernel.event.NoticeEvent.NoticeSettled;
import io.mingjing.kernel.event.Topics;
import io.mingjing.kernel.inbox.DeadLetters;
import io.mingjing.kernel.inbox.Redrive;
import io.mingjing.kernel.outbox.Outbox;
import io.mingjing.local.RealPartsResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Outbox, relay, poll loop, inbox and dead letters of the kernel on the real broker and database. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class EventsExactlyOnceTest {

    private static final Instant AT = Instant.parse("2026-03-19T01:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final ScriptedListener listener;
    private final DeadLetters deadLetters;
    private final Redrive redrive;
    private final AgroalDataSource dataSource;
    private final String broker;

    EventsExactlyOnceTest(
            Outbox outbox,
            ScriptedListener listener,
            DeadLetters deadLetters,
            Redrive redrive,
            AgroalDataSource dataSource,
            @ConfigProperty(name = "mingjing.kafka.bootstrap-servers") String broker) {
        this.outbox = outbox;
        this.listener = listener;
        this.deadLetters = deadLetters;
        this.redrive = redrive;
        this.dataSource = dataSource;
        this.broker = broker;
    }

    @Test
    void whatIsCommittedArrivesInOrderAndOnce() {
        List<UUID> notices = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

        for (long sequence = 1; sequence <= 40; sequence++) {
            long each = sequence;
            QuarkusTransaction.requiringNew()
                    .run(() -> notices.forEach(notice -> outbox.append(settled(notice), each, AT)));
        }

        List<Long> all = LongStream.rangeClosed(1, 40).boxed().toList();
        notices.forEach(notice -> await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.sequencesOf(notice)).isEqualTo(all)));
    }

    @Test
    void whatIsRolledBackNeverLeaves() {
        UUID never = UUID.randomUUID();
        UUID after = UUID.randomUUID();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(settled(never), 1, AT);
                    throw new IllegalStateException("the use case failed");
                }))
                .isInstanceOf(RuntimeException.class);
        QuarkusTransaction.requiringNew().run(() -> outbox.append(settled(after), 1, AT));

        await().atMost(SOON).until(() -> !listener.sequencesOf(after).isEmpty());
        assertThat(listener.sequencesOf(never)).isEmpty();
    }

    @Test
    void withoutATransactionNothingIsAnnounced() {
        assertThatThrownBy(() -> outbox.append(settled(UUID.randomUUID()), 1, AT))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aRecordSentTwiceTakesEffectOnce() throws Exception {
        UUID notice = UUID.randomUUID();
        Envelope once = new Envelope(UUID.randomUUID(), "urn:mingjing:test", 1, AT, settled(notice));
        Envelope last = new Envelope(UUID.randomUUID(), "urn:mingjing:test", 2, AT, settled(notice));

        send(once);
        send(once);
        await().atMost(SOON).until(() -> !listener.sequencesOf(notice).isEmpty());
        send(once);
        send(last);

        await().atMost(SOON).until(() -> listener.sequencesOf(notice).contains(2L));
        assertThat(listener.sequencesOf(notice)).containsExactly(1L, 2L);
    }

    @Test
    void poisonIsKeptWithItsCauseItsNeighboursTakeEffectAndARedriveAppliesIt() throws Exception {
        Instant before = databaseTime();
        UUID poison = UUID.randomUUID();
        UUID neighbour = UUID.randomUUID();
        listener.failOn(poison);

        send(new Envelope(UUID.randomUUID(), "urn:mingjing:test", 1, AT, settled(poison)));
        send(new Envelope(UUID.randomUUID(), "urn:mingjing:test", 1, AT, settled(neighbour)));

        await().atMost(SOON).until(() -> !listener.sequencesOf(neighbour).isEmpty());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(causes(before)).anyMatch(cause -> cause.contains(poison.toString())));

        assertThat(redrive.range(before, databaseTime().plusSeconds(1)).stillDead())
                .isPositive();
        listener.recover();
        Redrive.Outcome outcome = redrive.range(before, databaseTime().plusSeconds(1));

        assertThat(outcome.applied()).isPositive();
        assertThat(causes(before)).noneMatch(cause -> cause.contains(poison.toString()));
    }

    @Test
    void whatIsNoEventOfOursIsADeadLetter() throws Exception {
        Instant before = databaseTime();
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(
                            Topics.NOTICE.topicName(), "x", "not json".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(causes(before)).contains("no ce_type"));
    }

    @Test
    void whatTheDatabaseCannotHoldInTextIsADeadLetterTooAndBlocksNobody() throws Exception {
        Instant before = databaseTime();
        UUID neighbour = UUID.randomUUID();
        ProducerRecord<String, byte[]> withNul =
                new ProducerRecord<>(Topics.NOTICE.topicName(), "k\0y", new byte[] {0});
        withNul.headers().add("odd", "a\0b".getBytes(StandardCharsets.UTF_8));
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.send(withNul).get();
        }
        send(new Envelope(UUID.randomUUID(), "urn:mingjing:test", 1, AT, settled(neighbour)));

        await().atMost(SOON).untilAsserted(() -> assertThat(causes(before)).contains("no ce_type"));
        await().atMost(SOON).until(() -> !listener.sequencesOf(neighbour).isEmpty());
    }

    @Test
    void aRelayWithoutTheLeaseSendsNothingAndItsSuccessorEverything() throws Exception {
        UUID notice = UUID.randomUUID();
        await().atMost(SOON).until(() -> count("select count(*) from relay_lease") == 1);
        execute("""
                update relay_lease set holder = gen_random_uuid(), epoch = epoch + 1, until = now() + interval '1 hour'
                """);
        long epoch = count("select epoch from relay_lease");
        QuarkusTransaction.requiringNew().run(() -> outbox.append(settled(notice), 1, AT));
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> listener.sequencesOf(notice)
                .isEmpty());

        execute("update relay_lease set until = now() - interval '1 second'");

        await().atMost(SOON).until(() -> listener.sequencesOf(notice).equals(List.of(1L)));
        assertThat(count("select epoch from relay_lease")).isEqualTo(epoch + 1);
        await().atMost(SOON).until(() -> count("select count(*) from outbox") == 0);
    }

    private List<String> causes(Instant since) {
        return deadLetters.dead(since, new UUID(0, 0), 200).stream()
                .map(DeadLetters.Letter::cause)
                .toList();
    }

    private static NoticeSettled settled(UUID notice) {
        return new NoticeSettled(notice, null, null, "EMAIL", "DELIVERED", AT);
    }

    private void send(Envelope envelope) throws Exception {
        EventCodec.Encoded encoded = EventCodec.encode(envelope);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                encoded.topic(), encoded.key(), encoded.payload().getBytes(StandardCharsets.UTF_8));
        encoded.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.send(record).get();
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer());
    }

    private Instant databaseTime() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, java.time.OffsetDateTime.class).toInstant();
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
