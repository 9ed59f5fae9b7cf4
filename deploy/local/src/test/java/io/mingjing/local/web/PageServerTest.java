package io.mingjing.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.local.process.Ports;
import io.mingjing.local.web.PageServer.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageServerTest {

    private final int port = Ports.free();
    private final PageServer server = PageServer.start(
            port,
            request -> request.path().equals("/")
                    ? Optional.of(Reply.html(request.language().of("你好", "Hello")))
                    : Optional.empty());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void chineseComesFirst() throws Exception {
        assertThat(get("/", "").body()).isEqualTo("你好");
    }

    @Test
    void englishByTheSwitchAndIsRemembered() throws Exception {
        HttpResponse<String> switched = get("/?lang=en", "");

        assertThat(switched.body()).isEqualTo("Hello");
        assertThat(switched.headers().firstValue("Set-Cookie").orElse("")).startsWith("lang=en; Path=/");
        assertThat(get("/", "other=1; lang=en").body()).isEqualTo("Hello");
    }

    @Test
    void anUnknownPageAndAnUnsafeMethodAreRefused() throws Exception {
        HttpResponse<String> posted = send(HttpRequest.newBuilder(address("/")).POST(BodyPublishers.ofString("x=1")));

        assertThat(get("/nothing", "").statusCode()).isEqualTo(404);
        assertThat(posted.statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> get(String path, String cookies) throws Exception {
        return send(HttpRequest.newBuilder(address(path)).header("Cookie", cookies));
    }

    private URI address(String path) {
        return URI.create("http://" + Ports.LOOPBACK + ":" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
