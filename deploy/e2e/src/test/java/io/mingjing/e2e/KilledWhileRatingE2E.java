package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.e2e.Rater.Rating;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * 2,000 visitors rate at twenty windows from a minute before the slot on, while every part of the system is killed with -9
 * once. Whoever got no answer sends again. In the end every rating counts once, and every poor one of a published group
 * has led to work. The longest of all classes, and so the first.
 */
@Order(0)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 16, unit = TimeUnit.MINUTES)
class KilledWhileRatingE2E {

    private static final int WINDOWS = 20;
    private static final int VISITS_EACH = 100;
    private static final int RATINGS = WINDOWS * VISITS_EACH;
    private static final int ONE_POOR_IN = 8;
    private static final Duration RATE = Duration.ofMillis(30);
    private static final List<String> SECTIONS = List.of("GY-KJJ-CGK", "GY-KJJ-ZGK", "GY-KJJ-GXK", "GY-KJJ-RSK");

    private static final String SENT_MAILS =
            "select count(*) from delivery where channel = 'EMAIL' and state in ('SENT', 'DELIVERED')";

    private static RunningSystem system;
    private static int poorSent;

    @BeforeAll
    static void start() {
        // What a killed sender had claimed comes free after the lease; two minutes of it would only be waited out here.
        system = RunningSystem.fresh()
                // Its ratings are counted one by one.
                .with("MINGJING_SELFTEST_CHECK", "off")
                .with("MINGJING_NOTICES_MAIL_TIMEOUT", "PT5S")
                .with("MINGJING_NOTICES_MAIL_LEASE", "PT30S")
                .startAt("2026-03-19T16:00+08:00");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    @Order(1)
    void everyPartIsKilledOnceWhileTwoThousandRate() {
        List<Waiting> waiting = visitors();
        system.restartAt("2026-03-19T17:59:30+08:00");
        ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>(waiting);
        ConcurrentLinkedQueue<String> receipts = new ConcurrentLinkedQueue<>();

        try (ScheduledExecutorService phones = Executors.newScheduledThreadPool(16)) {
            phones.scheduleAtFixedRate(
                    () -> phones.execute(() -> rateNext(queue, receipts)), 0, RATE.toMillis(), TimeUnit.MILLISECONDS);
            for (String part :
                    List.of("evaluation-service", "postgresql", "task-service", "kafka", "notification-service")) {
                int soFar = receipts.size();
                await("ratings to come in before the kill of " + part)
                        .atMost(Duration.ofSeconds(90))
                        .until(() -> receipts.size() >= Math.min(RATINGS, soFar + 60));
                system.kill(part);
                system.awaitHealthy(Duration.ofSeconds(90));
            }
            await("everybody to have a receipt").atMost(Duration.ofMinutes(3)).until(() -> receipts.size() >= RATINGS);
            phones.shutdownNow();
        }

        assertThat(number("evaluation", "select count(*) from leaf"))
                .as("groups closed meanwhile")
                .isPositive();
        assertThat(new HashSet<>(receipts)).as("a receipt for each").hasSize(RATINGS);
        JsonPath balance = balance();
        assertThat(balance.getLong("accepted")).isEqualTo(RATINGS);
        assertBalanced(balance);
    }

    @Test
    @Order(2)
    void atTheNextSlotsTheRestCloses() {
        // The slots of the 20th and the 23rd are made up for in one; the 23rd gathers what sections and bureaus have
        // left.
        system.restartAt("2026-03-23T18:00:01+08:00");
        system.kill("evaluation-service");
        system.awaitHealthy(Duration.ofSeconds(90));
        await("the slot to be run")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> number("evaluation", "select count(*) from slot_run where finished and day = '2026-03-23'")
                        == 1);

        JsonPath balance = balance();
        assertThat(balance.getLong("accepted")).isEqualTo(RATINGS);
        assertThat(balance.getLong("mixed"))
                .as("what the draw let pass has closed")
                .isGreaterThan(RATINGS / 4);
        assertThat(balance.getLong("quarantined")).isZero();
        assertBalanced(balance);
        assertThat(number("evaluation", "select sum(ratings) from leaf")).isEqualTo(balance.getLong("mixed"));
        assertThat(number("evaluation", "select count(*) from rating")).isEqualTo(balance.getLong("mixed"));
        assertThat(number("evaluation", "select count(*) from receipt")).isEqualTo(balance.getLong("mixed"));
    }

    @Test
    @Order(3)
    void everyPoorRatingOfAPublishedGroupHasLedToWorkOnce() {
        long published = number("evaluation", "select sum(poor) from leaf where scope <> 'CITY'");
        assertThat(published).isPositive().isLessThanOrEqualTo(poorSent);

        await("the tasks to be there")
                .atMost(Duration.ofSeconds(60))
                .until(() -> number("task", "select sum(poor) from leaf_task") == published);

        assertThat(number("task", "select count(*) from task where source = 'LEAF'"))
                .isEqualTo(number("evaluation", "select count(*) from leaf where poor > 0 and scope <> 'CITY'"));
        assertThat(number("task", "select count(*) from dead_letter")).isZero();
        assertThat(number("notification", "select count(*) from dead_letter")).isZero();
    }

    @Test
    @Order(4)
    void everyPartIsKilledWhileTheMailsOfTheMorningGoOutAndNobodyIsToldTwice() {
        system.stop();
        system.beginAt("2026-03-24T09:00:01+08:00");
        for (String part : List.of("notification-service", "postgresql", "kafka", "task-service")) {
            int soFar = system.mails().size();
            await("mails to go out before the kill of " + part)
                    .atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(20))
                    .ignoreExceptions()
                    .until(() -> system.mails().size() > soFar || waitingMails() == 0);
            system.kill(part);
            system.awaitHealthy(Duration.ofSeconds(120));
        }
        await("the rest of the mails")
                .atMost(Duration.ofMinutes(4))
                .ignoreExceptions()
                .until(() -> waitingMails() == 0);

        // The hourly digest of the city office stands in no ledger: which hours had one is not kept.
        Map<String, Long> mails = system.mails().stream()
                .filter(mail -> !mail.subject().startsWith("【整点提示】"))
                .collect(Collectors.groupingBy(mail -> mail.to() + ' ' + mail.subject(), Collectors.counting()));
        long repeated = mails.values().stream().mapToLong(times -> times - 1).sum();
        assertThat(mails).as("one mail for each delivery").hasSize((int) number("notification", SENT_MAILS));
        // A sender killed between the mail server's answer and its own record cannot know; it says so in the ledger and
        // sends again under the same Message-ID. No other mail may come twice.
        assertThat(repeated)
                .as("mails that came twice without the ledger saying why")
                .isLessThanOrEqualTo(
                        number("notification", "select count(*) from delivery_entry where kind = 'OUTCOME_UNKNOWN'"));
        assertThat(mails.size()).isGreaterThan(20);
    }

    private static long waitingMails() {
        return number(
                "notification",
                "select count(*) from delivery where channel = 'EMAIL' and state in ('QUEUED', 'SENDING')");
    }

    private record Waiting(Rater phone, Rating rating) {}

    private static List<Waiting> visitors() {
        Feed feed = new Feed(system);
        List<Waiting> waiting = new ArrayList<>();
        List<List<String>> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            String window = "GY-ZWDT-K%02d".formatted(i);
            feed.window(window, SECTIONS.get(i % SECTIONS.size()));
            windows.add(feed.finished(window, "2026-03-19", VISITS_EACH));
        }
        for (int visit = 0; visit < VISITS_EACH; visit++) {
            for (List<String> urls : windows) {
                boolean poor = waiting.size() % ONE_POOR_IN == 0;
                poorSent += poor ? 1 : 0;
                waiting.add(new Waiting(
                        Rater.of(system, urls.get(visit)), poor ? Rating.poor(Feed.MATTER) : Rating.good(Feed.MATTER)));
            }
        }
        return waiting;
    }

    /** One visitor sends; without an answer, or asked to come back later, he stands in line again. */
    private static void rateNext(ConcurrentLinkedQueue<Waiting> queue, ConcurrentLinkedQueue<String> receipts) {
        Waiting next = queue.poll();
        if (next == null) {
            return;
        }
        try {
            Rater.Sent sent = next.phone().trySend(next.rating());
            if (sent.isAccepted()) {
                receipts.add(sent.receipt());
                return;
            }
        } catch (IOException noAnswer) {
            // He cannot know whether it counts, and sends it again.
        }
        queue.add(next);
    }

    private static void assertBalanced(JsonPath balance) {
        assertThat(balance.getLong("accepted"))
                .isEqualTo(balance.getLong("pending")
                        + balance.getLong("mixed")
                        + balance.getLong("quarantined")
                        + balance.getLong("tested"));
    }

    private static JsonPath balance() {
        return system.as("demo-operations")
                .get(system.evaluation("/api/v1/intake/balance"))
                .jsonPath();
    }

    private static long number(String service, String query) {
        try (var database = system.database(service);
                var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
