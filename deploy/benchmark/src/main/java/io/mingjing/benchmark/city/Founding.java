package io.mingjing.benchmark.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjing.benchmark.parts.Evaluation;
import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.EventCodec;
import io.mingjing.kernel.event.OrganisationEvent.UnitRecorded;
import io.mingjing.local.RealParts;
import io.mingjing.local.demo.PublicApi;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes a city known to evaluation-service: units as their topic tells them, places through the API. */
public final class Founding {

    private static final int AT_ONCE = 4;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Evaluation evaluation;

    public Founding(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Returns when ratings can be taken at every window. */
    public void found(CityPlan plan) {
        tell(plan.units());
        PublicApi api = new PublicApi(
                HttpClient.newHttpClient(),
                evaluation.service().address(),
                RealParts.oidc().clientToken());
        put(api, "/api/v1/halls/" + CityPlan.HALL, node("name", "政务服务中心（演示）"));
        for (String matter : plan.matters()) {
            put(api, "/api/v1/matters/" + matter, node("name", "事项 " + matter + "（演示）"));
        }
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> puts = plan.windows().stream()
                    .<Future<?>>map(window ->
                            workers.submit(() -> put(api, "/api/v1/windows/" + window.code(), describe(window))))
                    .toList();
            for (Future<?> one : puts) {
                one.get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("a window was not registered", refused.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", hurried);
        }
    }

    private static ObjectNode describe(CityPlan.Window window) {
        return node("name", window.name())
                .put("hall", CityPlan.HALL)
                .put("ownerUnit", window.ownerUnit())
                .put("feed", true);
    }

    private static ObjectNode node(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    /** As task-service would. */
    private void tell(List<CityPlan.Unit> units) {
        Map<String, Object> settings = Map.of("bootstrap.servers", evaluation.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (CityPlan.Unit unit : units) {
                EventCodec.Encoded record = EventCodec.encode(new Envelope(
                        UUID.randomUUID(),
                        "task-service",
                        1,
                        Instant.now(),
                        new UnitRecorded(unit.code(), unit.name(), unit.kind(), unit.parent(), true)));
                var sent = new ProducerRecord<>(record.topic(), record.key(), record.payload());
                record.headers()
                        .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(sent).get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the units could not be told", refused.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", hurried);
        }
    }

    /** Units travel; until they have come, a place that names one is refused. */
    private static void put(PublicApi api, String path, JsonNode body) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        PublicApi.Answer answer = api.put(path, body);
        while (!answer.isSuccess() && System.nanoTime() < end) {
            pause();
            answer = api.put(path, body);
        }
        if (!answer.isSuccess()) {
            throw new IllegalStateException(path + " was refused: " + answer.status() + " " + answer.body());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", hurried);
        }
    }
}
