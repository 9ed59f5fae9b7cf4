package io.mingjing.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.kernel.event.OrganisationEvent.PostRecorded;
import io.mingjing.kernel.event.OrganisationEvent.UnitRecorded;
import io.mingjing.notification.OnRealParts;
import io.mingjing.notification.Postbox;
import io.mingjing.notification.digest.application.DigestRound;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DigestRoundTest extends OnRealParts {

    private static final String OFFICE = "office@gy.example";

    @Inject
    DigestRound round;

    private AskedService evaluation;

    @BeforeEach
    void begin() throws IOException, SQLException {
        evaluation = new AskedService();
        wire.send(new UnitRecorded("GY", "广元市", "CITY", null, true));
        wire.send(new UnitRecorded("GY-YSB", "市营商办", "CITY_OFFICE", "GY", true));
        wire.send(new UnitRecorded("GY-KJJ", "科学技术局", "BUREAU", "GY", true));
        wire.send(post("p-1", "city_office", "GY-YSB", "ban", OFFICE));
        wire.send(post("p-2", "city_office", "GY", "ban", OFFICE));
        wire.send(post("p-3", "city_office", "GY-KJJ", "fake", "fake@gy.example"));
        wire.send(post("p-4", "coordinator", "GY-KJJ", "rated", "rated@gy.example"));
        awaitCount(4, "select count(*) from post where post_id like 'p-_'");
        execute("update digest_round set said = null, taken_until = '-infinity'");
    }

    @AfterEach
    void end() {
        evaluation.close();
    }

    @Test
    void theOfficeAloneIsToldOnceAndTheMailNamesNoPlaceAndNoLevel() {
        at("2026-03-20T10:00:03", 1, 20, 4);

        round.look();
        round.look();

        assertThat(postbox.all()).hasSize(1);
        Postbox.Arrived mail = postbox.to(OFFICE).getFirst();
        assertThat(mail.subject()).isEqualTo("【整点提示】有新的差评等待处理");
        assertThat(mail.text())
                .contains("新到差评：不足5条", "差评共：20条以上", "4个工作日", "/evaluation/office")
                .doesNotContain("科学技术局", "窗口");
        assertThat(evaluation.asked()).containsExactly("[notices@GY] {\"said\":null}");
    }

    @Test
    void nothingNewIsNoMailAndTheNextHourAsksFromThere() {
        at("2026-03-20T10:00:03", 0, 20, 4);
        round.look();
        at("2026-03-20T11:00:01", 5, 20, 4);
        round.look();

        assertThat(postbox.all()).hasSize(1);
        assertThat(postbox.all().getFirst().text()).contains("新到差评：5条以上");
        assertThat(evaluation.asked())
                .containsExactly("[notices@GY] {\"said\":null}", "[notices@GY] {\"said\":\"2026-03-20T02:00:00Z\"}");
    }

    @Test
    void tenReplicasSendOne() {
        at("2026-03-20T10:00:00", 1, 1, 0);

        List<CompletableFuture<Void>> replicas = IntStream.range(0, 10)
                .mapToObj(n -> CompletableFuture.runAsync(round::look))
                .toList();
        replicas.forEach(CompletableFuture::join);

        assertThat(postbox.all()).hasSize(1);
        assertThat(evaluation.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-20T08:59:59", "2026-03-20T18:00:00", "2026-03-21T10:00:00"})
    void nobodyIsToldOutsideOfWorkingTime(String moment) {
        at(moment, 1, 1, 0);

        round.look();

        assertThat(evaluation.asked()).isEmpty();
        assertThat(postbox.all()).isEmpty();
    }

    @Test
    void whatCouldNotBeSentIsToldLaterAndIsTheSameMail() throws SQLException {
        at("2026-03-20T10:00:00", 1, 1, 0);
        postbox.close();
        round.look();
        round.look();
        assertThat(evaluation.asked()).as("not again at once").hasSize(1);

        postbox = Postbox.open();
        execute("update digest_round set taken_until = '-infinity'");
        round.look();

        assertThat(postbox.to(OFFICE)).hasSize(1);
        assertThat(evaluation.asked()).hasSize(2).allMatch(question -> question.endsWith("{\"said\":null}"));
    }

    @Test
    void anEvaluationServiceThatIsAwayIsAskedAgain() throws IOException, SQLException {
        evaluation.close();
        clock.shanghai("2026-03-20T10:00:00");
        round.look();

        evaluation = new AskedService();
        at("2026-03-20T10:20:00", 1, 1, 0);
        execute("update digest_round set taken_until = '-infinity'");
        round.look();

        assertThat(postbox.to(OFFICE)).hasSize(1);
    }

    /** Whoever reads the database learns at which hour was asked last, and nothing of what was answered. */
    @Test
    void anHourWithADigestLeavesNoMoreBehindThanOneWithout() {
        at("2026-03-20T10:00:00", 0, 0, 0);
        round.look();
        List<String> without = everything();
        at("2026-03-20T11:00:00", 50, 100, 9);
        round.look();
        await().untilAsserted(() -> assertThat(postbox.all()).hasSize(1));

        assertThat(everything()).isEqualTo(without);
        assertThat(column("select extract(hour from said at time zone 'Asia/Shanghai') from digest_round"))
                .containsExactly("11");
    }

    private List<String> everything() {
        return List.of("occasion", "notice", "delivery", "delivery_entry", "audit", "outbox", "inbox").stream()
                .map(table -> table + " " + column("select count(*) from " + table))
                .toList();
    }

    private void at(String moment, long fresh, long waiting, int oldest) {
        clock.shanghai(moment);
        evaluation.says(
                clock.now().truncatedTo(java.time.temporal.ChronoUnit.HOURS).toString(), fresh, waiting, oldest);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PostRecorded post(String id, String role, String unit, String subject, String address) {
        return new PostRecorded(id, role, unit, subject, subject + "（演示）", address, null);
    }
}
