package io.mingjing.notification.digest.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.notification.NotificationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This service's own access token, by client credentials. It is needed once an hour, so each is fetched anew: nothing is
 * kept, and the service starts and runs whether the issuer is there or not.
 */
@ApplicationScoped
class ServiceToken {

    private static final int OK = 200;

    private final HttpClient http;
    private final ObjectMapper json;
    private final NotificationConfig.Digest config;
    private final String issuer;

    ServiceToken(
            ObjectMapper json,
            NotificationConfig config,
            @ConfigProperty(name = "mingjing.oidc.issuer") String issuer) {
        this.json = json;
        this.config = config.digest();
        this.issuer = issuer;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(this.config.patience())
                .build();
    }

    /** @throws IOException where the issuer is away or gives no token */
    String fetch() throws IOException, InterruptedException {
        JsonNode about =
                answer(request(issuer + "/.well-known/openid-configuration").GET());
        String form = Map.of(
                        "grant_type", "client_credentials",
                        "client_id", config.clientId(),
                        "client_secret", config.clientSecret().orElseThrow())
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        JsonNode token = answer(request(about.path("token_endpoint").asText())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return token.path("access_token").asText();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(config.patience());
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("the issuer answered " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }
}
