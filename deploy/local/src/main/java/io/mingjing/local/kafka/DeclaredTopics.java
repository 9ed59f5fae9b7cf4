package io.mingjing.local.kafka;

import io.mingjing.kernel.event.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics that {@link Topics} declares. */
public final class DeclaredTopics {

    private static final String RETENTION =
            Long.toString(Duration.ofDays(Topics.RETENTION_DAYS).toMillis());

    private DeclaredTopics() {}

    /** Creates those that are missing; leaves the others as they are. */
    public static void create(String bootstrapServers) {
        try (Admin admin = admin(bootstrapServers)) {
            Set<String> present = admin.listTopics().names().get(20, TimeUnit.SECONDS);
            List<NewTopic> missing = Arrays.stream(Topics.values())
                    .filter(topic -> !present.contains(topic.topicName()))
                    .map(DeclaredTopics::declared)
                    .toList();
            admin.createTopics(missing).all().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Could not create the topics 无法创建主题", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted 被中断", e);
        }
    }

    private static NewTopic declared(Topics topic) {
        Map<String, String> settings = topic.compacted()
                ? Map.of("cleanup.policy", "compact")
                : Map.of("cleanup.policy", "delete", "retention.ms", RETENTION);
        return new NewTopic(topic.topicName(), Topics.PARTITIONS, (short) 1).configs(settings);
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                "5000",
                "default.api.timeout.ms",
                "20000",
                "reconnect.backoff.max.ms",
                "200"));
    }
}
