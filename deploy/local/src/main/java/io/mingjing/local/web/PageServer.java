package io.mingjing.local.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mingjing.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Serves pages on the loopback address. Nothing here changes anything, so only GET and HEAD are answered. */
public final class PageServer implements AutoCloseable {

    /** What is asked for: a path and the language to answer in. */
    public record Request(String path, Language language) {}

    /** What is answered. */
    public record Reply(int status, String contentType, String body) {

        /** A page that was found. */
        public static Reply html(String page) {
            return new Reply(200, "text/html; charset=utf-8", page);
        }
    }

    /** Answers a request; empty where there is nothing at that path. */
    @FunctionalInterface
    public interface Pages {
        Optional<Reply> answer(Request request);
    }

    private final HttpServer server;

    private PageServer(HttpServer server) {
        this.server = server;
    }

    /** Starts it. */
    public static PageServer start(int port, Pages pages) {
        try {
            var server = HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> answer(exchange, pages));
            server.start();
            return new PageServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not listen on port 无法监听端口 " + port, e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, Pages pages) throws IOException {
        try (exchange) {
            if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().add("Allow", "GET, HEAD");
                send(exchange, new Reply(405, "text/plain; charset=utf-8", "只读页面 read-only page\n"));
                return;
            }
            Optional<Language> chosen = chosen(exchange);
            chosen.ifPresent(language -> exchange.getResponseHeaders()
                    .add("Set-Cookie", "lang=" + language.word() + "; Path=/; Max-Age=31536000; SameSite=Lax"));
            var request = new Request(exchange.getRequestURI().getPath(), chosen.orElseGet(() -> remembered(exchange)));
            send(
                    exchange,
                    pages.answer(request).orElse(new Reply(404, "text/plain; charset=utf-8", "没有这个页面 no such page\n")));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(reply.status(), head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Optional<Language> chosen(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        return language(Arrays.stream(query.split("&")));
    }

    private static Language remembered(HttpExchange exchange) {
        Stream<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip);
        return language(cookies).orElse(Language.ZH);
    }

    private static Optional<Language> language(Stream<String> pairs) {
        List<String> given = pairs.toList();
        return Arrays.stream(Language.values())
                .filter(language -> given.contains("lang=" + language.word()))
                .findFirst();
    }
}
