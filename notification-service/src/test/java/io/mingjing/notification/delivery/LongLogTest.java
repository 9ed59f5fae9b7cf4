package io.mingjing.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.notification.OnRealParts;
import io.mingjing.notification.delivery.domain.Delivery;
import io.mingjing.notification.delivery.persistence.NoticeLog;
import io.mingjing.notification.delivery.persistence.NoticeLog.Place;
import io.mingjing.notification.delivery.persistence.NoticeLog.Sight;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.notice.persistence.Notices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log that has grown long: three people and three units, 6000 notices, every tenth unread. */
@QuarkusTest
class LongLogTest extends OnRealParts {

    private static final Sight TWO_UNITS = new Sight("long-0", List.of("LONG-0", "LONG-1", "LONG-NONE"));

    @Inject
    NoticeLog log;

    @Inject
    Notices notices;

    @BeforeEach
    void growLong() throws SQLException {
        if (!column("select 1 from notice where unit = 'LONG-0' limit 1").isEmpty()) {
            return;
        }
        var config = ConfigProvider.getConfig();
        try (Connection owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into occasion (id, origin, kind, offices, template, template_version, subject, body, link,
                                          happened_at, state, tries, next_try_at, raised)
                    select gen_random_uuid(), 'long:' || i, 'OVERDUE', '', 'overdue', 1, 's', 'b', '/',
                           timestamptz '2026-01-01 00:00Z', 'ADDRESSED', 0, timestamptz '2026-01-01 00:00Z', false
                    from generate_series(1, 6000) i""");
            // Several are created at one moment, so that the id has to decide.
            statement.execute("""
                    insert into notice (id, occasion_id, recipient, recipient_name, post_id, unit, addressed_as,
                                        created_at, read_at)
                    select gen_random_uuid(), id, 'long-' || i % 3, 'x', 'p', 'LONG-' || i / 3 % 3, 'x',
                           timestamptz '2026-01-01 00:00Z' + i / 7 * interval '1 minute',
                           case when i % 10 > 0 then timestamptz '2026-03-01 00:00Z' end
                    from (select id, cast(substr(origin, 6) as int) as i from occasion where origin like 'long:%') o""");
            statement.execute("analyze occasion; analyze notice");
        }
    }

    @Test
    void aLogOfOwnNoticesAndOfUnitsIsPagedWithoutGapOrRepetition() {
        List<UUID> seen = new ArrayList<>();
        Place after = Place.START;
        List<Notice> page = pageAfter(after);
        while (!page.isEmpty()) {
            page.forEach(notice -> seen.add(notice.id()));
            after = new Place(page.getLast().createdAt(), page.getLast().id());
            page = pageAfter(after);
        }

        assertThat(seen.stream().map(UUID::toString)).containsExactlyElementsOf(column("""
                        select id from notice where recipient = 'long-0' or unit in ('LONG-0', 'LONG-1')
                        order by created_at desc, id desc"""));
    }

    @Test
    void withoutUnitsThereAreTheOwnOnesAndTheStateFilters() {
        Sight own = new Sight("long-0", List.of());

        assertThat(inTransaction(() -> log.page(own, null, Place.START, 5_000))).hasSize(2_000);
        assertThat(inTransaction(() -> log.page(TWO_UNITS, Delivery.State.FAILED, Place.START, 50)))
                .isEmpty();
    }

    @Test
    void anInboxIsPagedUnreadFirstWithoutGapOrRepetition() {
        List<UUID> seen = new ArrayList<>();
        List<Notice> page = inTransaction(() -> notices.inbox("long-1", null, 150));
        while (!page.isEmpty()) {
            page.forEach(notice -> seen.add(notice.id()));
            Notice last = page.getLast();
            var after = new Notices.Place(last.readAt().isPresent() ? 1 : 0, last.createdAt(), last.id());
            page = inTransaction(() -> notices.inbox("long-1", after, 150));
        }

        assertThat(seen.stream().map(UUID::toString)).containsExactlyElementsOf(column("""
                        select id from notice where recipient = 'long-1'
                        order by read_at is not null, created_at desc, id desc"""));
    }

    @Test
    void everyListIsReadOffItsIndex() {
        serves("notice_unit", () -> pageAfter(Place.START));
        serves("notice_inbox", () -> pageAfter(new Place(Instant.parse("2026-01-01T05:00:00Z"), new UUID(0, 0))));
        serves("notice_inbox_order", () -> inTransaction(() -> notices.inbox("long-2", null, 20)));
        serves("notice_unread", () -> inTransaction(() -> notices.unread("long-2")));
    }

    /** The server publishes its counts with some delay, so the list is asked for until they show it. */
    private void serves(String index, Runnable list) {
        long before = scans(index);
        await().untilAsserted(() -> {
            list.run();
            assertThat(scans(index)).as(index).isGreaterThan(before);
        });
    }

    private long scans(String index) {
        return column("select idx_scan from pg_stat_user_indexes where indexrelname = ?", index).stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private List<Notice> pageAfter(Place after) {
        return inTransaction(() -> log.page(TWO_UNITS, null, after, 150));
    }

    private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
