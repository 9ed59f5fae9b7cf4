package io.mingjing.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.event.OrganisationEvent.PostRecorded;
import io.mingjing.kernel.event.OrganisationEvent.UnitRecorded;
import io.mingjing.notification.OnRealParts;
import io.mingjing.notification.Postbox;
import io.mingjing.notification.digest.application.DigestRound;
import io.mingjing.notification.digest.persistence.DigestRounds;
import io.mingjing.notification.digest.persistence.DigestRounds.Claim;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    @Inject
    DigestRounds rounds;

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
        addresses(OFFICE, OFFICE);
        clock.shanghai("2026-03-22T10:00:00");
        round.look();
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
    void whatCouldNotBeSentIsTriedAgainWithinTheHourAndNotAskedForAgain() {
        at("2026-03-20T10:00:00", 1, 1, 0);
        postbox.close();
        round.look();
        postbox = Postbox.open();
        round.look();
        assertThat(postbox.all()).as("not again at once").isEmpty();

        clock.shanghai("2026-03-20T10:06:00");
        round.look();
        clock.shanghai("2026-03-20T10:20:00");
        round.look();

        assertThat(postbox.all()).hasSize(1);
        assertThat(evaluation.asked()).hasSize(1);
    }

    @Test
    void whatCouldNotBeSentWithinTheHourIsNotSentInAnother() {
        at("2026-03-20T10:00:00", 1, 1, 0);
        postbox.close();
        round.look();

        postbox = Postbox.open();
        at("2026-03-20T11:00:00", 0, 1, 0);
        round.look();

        assertThat(postbox.all()).isEmpty();
        assertThat(evaluation.asked()).hasSize(2).last().asString().endsWith("{\"said\":\"2026-03-20T02:00:00Z\"}");
    }

    @Test
    void nobodyIsAskedWhereNobodyHasAnAddress() throws SQLException {
        addresses(null, " ");
        at("2026-03-20T10:00:00", 1, 1, 0);

        round.look();
        round.look();

        assertThat(evaluation.asked()).isEmpty();
        assertThat(column("select extract(hour from said at time zone 'Asia/Shanghai') from digest_round"))
                .containsExactly("10");
    }

    @Test
    void whoeverHasAnAddressInOneOfHisPostsIsTold() throws SQLException {
        addresses(null, OFFICE);
        at("2026-03-20T10:00:00", 1, 1, 0);

        round.look();

        assertThat(postbox.to(OFFICE)).hasSize(1);
    }

    @Test
    void aFieldOfALaterReleaseBreaksNothing() {
        at("2026-03-20T10:00:00", 1, 1, 0);
        evaluation.saysMore("\"later\":[1]");

        round.look();

        assertThat(postbox.to(OFFICE)).hasSize(1);
    }

    @Test
    void whoeverLostItsClaimChangesNothing() throws SQLException {
        clock.shanghai("2026-03-20T10:00:00");
        Claim lost = rounds.claim(clock.now()).orElseThrow();
        execute("update digest_round set taken_until = now() - interval '1 second'");
        Claim held = rounds.claim(clock.now()).orElseThrow();
        List<String> before = column("select digest_round::text from digest_round");

        rounds.tryAgainSoon(lost);
        assertThat(rounds.through(lost)).isFalse();

        assertThat(column("select digest_round::text from digest_round")).isEqualTo(before);
        assertThat(rounds.through(held)).isTrue();
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
        List<String> with = everything();
        at("2026-03-20T12:00:00", 50, 100, 9);
        postbox.close();
        round.look();
        clock.shanghai("2026-03-20T12:30:00");
        round.look();

        assertThat(with).isEqualTo(without);
        assertThat(everything()).as("the mail failed").isEqualTo(without);
        assertThat(evaluation.asked()).as("each is a row on the trail").hasSize(3);
        assertThat(column("select extract(hour from said at time zone 'Asia/Shanghai') from digest_round"))
                .containsExactly("12");
    }

    private List<String> everything() {
        Stream<String> counts =
                List.of("occasion", "notice", "delivery", "delivery_entry", "audit", "outbox", "inbox").stream()
                        .map(table -> table + " " + column("select count(*) from " + table));
        return Stream.concat(counts, column("select taken_until::text from digest_round").stream())
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

    private void addresses(@Nullable String first, @Nullable String second) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update post set email = case post_id when 'p-1' then ? else ? end where post_id in ('p-1', 'p-2')")) {
            update.setString(1, first);
            update.setString(2, second);
            update.executeUpdate();
        }
    }

    private static PostRecorded post(String id, String role, String unit, String subject, @Nullable String address) {
        return new PostRecorded(id, role, unit, subject, subject + "（演示）", address, null);
    }
}
