package io.mingjing.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.local.oidc.DemoPeople;
import io.mingjing.local.web.Language;
import io.mingjing.local.web.PageServer.Reply;
import io.mingjing.local.web.PageServer.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartPageTest {

    private static final Instant NOW = Instant.parse("2026-03-19T09:58:00Z");

    private static final Path KEY = Path.of("/data/secrets/city-office/office-private-key.pem");

    @Test
    void itLeadsToEveryServiceAndNamesThePeopleAndTheBusinessMoment() {
        String page = get("/", Map.of("Kafka", true)).body();

        assertThat(page)
                .contains("http://127.0.0.1:9001/task", "http://127.0.0.1:9002/evaluation")
                .contains("http://127.0.0.1:9003/notification", "http://127.0.0.1:9006/")
                .contains("2026-03-19 17:58:00")
                .contains(DemoPeople.all().getFirst().name())
                .contains(KEY.toString());
    }

    @Test
    void healthIsForScriptsToo() {
        assertThat(get("/health", Map.of("Kafka", true))).isEqualTo(text(200, "Kafka UP\n"));
        assertThat(get("/health", Map.of("Kafka", false))).isEqualTo(text(503, "Kafka DOWN\n"));
    }

    private static Reply text(int status, String lines) {
        return new Reply(status, "text/plain; charset=utf-8", lines);
    }

    private static Reply get(String path, Map<String, Boolean> health) {
        return new StartPage(new PortPlan(9000), DemoPeople.all(), KEY, () -> health, () -> NOW)
                .answer(new Request(path, Language.ZH))
                .orElseThrow();
    }
}
