package io.mingjing.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mingjing.kernel.event.Topics;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class RealPartsTest {

    @Test
    void theDatabaseIsDurableSpeaksChineseAndGivesTheAppNothingToOwn() throws Exception {
        Map<String, String> settings = RealParts.freshSettings("evaluation");

        try (var owner = DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.flyway.username"),
                        settings.get("quarkus.flyway.password"));
                var statement = owner.createStatement()) {
            assertThat(shown(statement, "fsync")).isEqualTo("on");
            assertThat(shown(statement, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(statement, "server_version")).startsWith("18.");
            assertThat(shown(statement, "server_encoding")).isEqualTo("UTF8");
            assertThat(shown(statement, "log_parameter_max_length_on_error")).isEqualTo("0");
            statement.execute("create table proof (word text)");
        }
        try (var app = DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
                var statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select * from proof"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("create table mine (word text)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyDeclaredTopicIsThereWithItsPartitions() throws Exception {
        RealParts.start();

        try (var admin =
                Admin.create(Map.of("bootstrap.servers", RealParts.broker().bootstrapServers()))) {
            var described = admin.describeTopics(Arrays.stream(Topics.values())
                            .map(Topics::topicName)
                            .toList())
                    .allTopicNames()
                    .get();

            assertThat(described.values())
                    .hasSize(Topics.values().length)
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(Topics.PARTITIONS));
        }
    }

    /** The log manager locks the system properties, and whoever starts parts may need the log manager. */
    @Test
    void whoHoldsTheSystemPropertiesHoldsNobodyUp() {
        RealParts.start();

        synchronized (System.getProperties()) {
            assertThat(CompletableFuture.runAsync(RealParts::start)).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void aTokenNamesThePersonAndTheirPosts() throws Exception {
        RealParts.start();

        var person = claims(RealParts.oidc().token("zhang", "张（演示）", "section@GY-KJJ-ZGK", "liaison@GY-KJJ"));
        var client = claims(RealParts.oidc().clientToken());

        assertThat(person.get("sub")).isEqualTo("zhang");
        assertThat(person.get("name")).isEqualTo("张（演示）");
        assertThat(person.get("iss")).isEqualTo(RealParts.oidc().issuer().toString());
        assertThat(person.get("aud")).isEqualTo("mingjing");
        assertThat(person.get("mingjing_posts")).asList().containsExactly("section@GY-KJJ-ZGK", "liaison@GY-KJJ");
        assertThat(client.get("mingjing_posts")).asList().containsExactly("integration@GY");
    }

    @Test
    void aMailIsKeptForEveryRecipient() throws Exception {
        Map<String, String> settings = RealParts.freshSettings("notification");
        var properties = new Properties();
        properties.put("mail.smtp.host", settings.get("quarkus.mailer.host"));
        properties.put("mail.smtp.port", settings.get("quarkus.mailer.port"));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("mingjing@gy.example");
        message.setRecipients(RecipientType.TO, InternetAddress.parse("a@gy.example,b@gy.example"));
        message.setSubject("督办：任务即将到期", "UTF-8");
        message.setText("请于二日内处理。", "UTF-8");

        Transport.send(message);

        assertThat(RealParts.mails())
                .filteredOn(mail -> mail.subject().equals("督办：任务即将到期"))
                .allSatisfy(mail -> assertThat(mail.text().strip()).isEqualTo("请于二日内处理。"))
                .extracting("to")
                .containsExactlyInAnyOrder("a@gy.example", "b@gy.example");
    }

    private static String shown(java.sql.Statement statement, String setting) throws java.sql.SQLException {
        try (var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> claims(String token) throws java.io.IOException {
        return new JsonMapper().readValue(Base64.getUrlDecoder().decode(token.split("\\.")[1]), Map.class);
    }
}
