package io.mingjing.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load generator against a server that can be made to stand still. */
class LoadTest {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);
    private ExecutorService workers;
    private HttpServer server;
    private int stallAt = -1;
    private int refuseFrom = Integer.MAX_VALUE;

    @BeforeEach
    void start() throws Exception {
        workers = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            int number = Integer.parseInt(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            seen.add(Integer.toString(number));
            if (number == stallAt) {
                stand(400);
            }
            byte[] body = ("{\"number\":" + number + "}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(number < refuseFrom ? 201 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    @Test
    void everyRequestIsSentOnceAndEveryAnswerHeard() {
        Set<Integer> heard = ConcurrentHashMap.newKeySet();
        refuseFrom = 90;
        Load load = load(100, (request, status, buffer, from, to) -> {
            String body = new String(buffer, from, to - from, StandardCharsets.UTF_8);
            if (body.equals("{\"number\":" + request + "}")) {
                heard.add(request);
            }
        });

        Outcome outcome = load.closed(8, 30);

        assertThat(seen).hasSize(100);
        assertThat(heard).hasSize(100);
        assertThat(outcome.accepted()).isEqualTo(90);
        assertThat(outcome.refused()).isEqualTo(10);
        assertThat(load.next()).isEqualTo(100);
    }

    @Test
    void aServerThatStandsStillCannotHideTheRequestsThatWereDueMeanwhile() {
        stallAt = 10;

        Outcome outcome = load(1_000, (request, status, buffer, from, to) -> {}).open(1, 1, 100);

        // Some forty requests were due while one connection stood still; a closed loop would show a single slow one.
        assertThat(outcome.accepted()).isGreaterThan(50);
        assertThat(outcome.latencies().getCountBetweenValues(100_000, 10_000_000))
                .isGreaterThan(20);
    }

    private Load load(int requests, Answers answers) {
        int port = server.getAddress().getPort();
        return new Load(
                server.getAddress(),
                new Requests() {
                    @Override
                    public int size() {
                        return requests;
                    }

                    @Override
                    public void write(int number, ByteBuffer into) {
                        String body = Integer.toString(number);
                        into.put(("POST / HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Length: " + body.length()
                                        + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
                    }
                },
                0,
                answers);
    }

    private void stand(long millis) {
        try {
            over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
