package io.mingjing.notification.digest;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/** Stands in for evaluation-service: answers what a test says, and keeps what it was asked and by whom. */
final class AskedService implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String answer = "";

    AskedService() throws IOException {
        URI address = ConfigProvider.getConfig().getValue("mingjing.notices.digest.evaluation", URI.class);
        server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
        server.createContext("/api/v1/pending-digests", this::take);
        server.start();
    }

    void says(String hour, long fresh, long waiting, int oldest) {
        answer = "{\"hour\":\"%s\",\"fresh\":%d,\"waiting\":%d,\"oldest\":%d}".formatted(hour, fresh, waiting, oldest);
    }

    /** The same with a field that nobody here has heard of. */
    void saysMore(String field) {
        answer = answer.replaceFirst("}$", "," + field + "}");
    }

    /** Each question with the posts of whoever asked it. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String token =
                    exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
            asked.add(SignedJWT.parse(token).getJWTClaimsSet().getClaim("mingjing_posts") + " " + question);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (ParseException noToken) {
            exchange.sendResponseHeaders(401, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
