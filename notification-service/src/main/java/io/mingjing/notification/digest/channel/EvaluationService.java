package io.mingjing.notification.digest.channel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.notification.NotificationConfig;
import io.mingjing.notification.digest.domain.Digest;
import io.mingjing.notification.digest.domain.DigestSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Asks evaluation-service over its API. Kafka would keep an answer for fourteen days and the outbox's log for longer: here
 * it lives in the memory of two processes, until the mail has gone.
 */
@ApplicationScoped
class EvaluationService implements DigestSource {

    private static final int OK = 200;

    /** The answer as it comes. A later release of evaluation-service may say more. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(Instant hour, long fresh, long waiting, int oldest) {

        Digest digest() {
            return new Digest(hour, fresh, waiting, oldest);
        }

        @Override
        public String toString() {
            return "Wire[not to be logged]";
        }
    }

    private final HttpClient http;
    private final ObjectMapper json;
    private final ServiceToken token;
    private final NotificationConfig.Digest config;

    EvaluationService(ObjectMapper json, ServiceToken token, NotificationConfig config) {
        this.json = json;
        this.token = token;
        this.config = config.digest();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(this.config.patience())
                .build();
    }

    @Override
    public Answer ask(@Nullable Instant said) {
        try {
            String body =
                    json.writeValueAsString(Collections.singletonMap("said", said == null ? null : said.toString()));
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(config.evaluation() + "/api/v1/pending-digests"))
                            .timeout(config.patience())
                            .header("Authorization", "Bearer " + token.fetch())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == OK
                    ? new Answer.Taken(json.readValue(answer.body(), Wire.class).digest())
                    : new Answer.NoAnswer("evaluation-service answered " + answer.statusCode());
        } catch (JsonProcessingException unreadable) {
            // Its words may quote the answer.
            return new Answer.NoAnswer("evaluation-service's answer could not be read");
        } catch (IOException away) {
            return new Answer.NoAnswer(away.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.NoAnswer("the service is stopping");
        }
    }
}
