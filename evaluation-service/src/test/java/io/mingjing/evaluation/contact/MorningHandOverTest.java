package io.mingjing.evaluation.contact;

import static io.mingjing.evaluation.contact.ContactWorld.DAY;
import static io.mingjing.evaluation.contact.ContactWorld.MORNING;
import static io.mingjing.evaluation.contact.ContactWorld.UNIT;
import static io.mingjing.evaluation.contact.ContactWorld.leave;
import static io.mingjing.evaluation.contact.ContactWorld.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Once each working morning, all or nothing, and in an order that says nothing. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class MorningHandOverTest {

    private final ContactWorld contacts;
    private final MixingWorld world;
    private final SuperUser database;

    MorningHandOverTest(ContactWorld contacts, MixingWorld world, SuperUser database) {
        this.contacts = contacts;
        this.world = world;
        this.database = database;
    }

    @BeforeEach
    void begin() {
        contacts.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void itHappensAtNineOfAWorkingDayAndOnceADay() {
        leaveSome(3);

        contacts.look(MORNING, "08:59:59");
        assertThat(boxes()).isZero();
        contacts.look(MORNING, "09:00");
        assertThat(boxes()).as("three contacts and a canary").isEqualTo(4);
        contacts.look(MORNING, "09:00:10");
        contacts.look(MORNING, "18:00");
        assertThat(boxes()).isEqualTo(4);

        contacts.look(MORNING.plusDays(1), "09:30");
        contacts.look(MORNING.plusDays(2), "09:30");
        assertThat(database.column("select day from contact_morning")).containsExactly(MORNING.toString());
        contacts.look(MORNING.plusDays(3), "15:00");
        assertThat(database.number("select count(*) from contact_morning")).isEqualTo(2);
        assertThat(database.column("select distinct due_day from contact_case order by 1"))
                .containsExactly("2026-03-23", "2026-03-24");
    }

    @Test
    void severalProcessesAtOnceHandOverOnce() throws Exception {
        leaveSome(10);
        contacts.at(MORNING, "09:00");

        try (ExecutorService processes = Executors.newFixedThreadPool(6)) {
            List<Future<?>> looks = new ArrayList<>();
            for (int process = 0; process < 6; process++) {
                looks.add(processes.submit(() -> contacts.look()));
            }
            for (Future<?> look : looks) {
                look.get();
            }
        }

        assertThat(boxes()).as("ten contacts and one canary").isEqualTo(11);
    }

    @ParameterizedTest(name = "killed at {0} of {1}")
    @CsvSource({
        "insert, contact_morning",
        "insert, contact_box",
        "insert, contact_case",
        "update, contact_wait",
        "insert, private_item",
        "update, chip_wait",
        "insert, audit",
    })
    void whateverRowItDiesAtNothingIsLostAndNothingComesTwice(String act, String table) {
        List<String> receipts = leaveSome(5);
        receipts.forEach(receipt -> tell(receipt).then().statusCode(200));
        database.execute(
                """
                create or replace function kill_me() returns trigger language plpgsql security definer as $$
                begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$""",
                "create trigger kill_me after %s on %s for each row execute function kill_me()".formatted(act, table));

        try {
            contacts.look(MORNING, "09:00");
        } catch (RuntimeException | AssertionError cut) {
            // Where assertions are on, the driver asserts that a connection does not vanish inside a batch.
            assertThat(cut)
                    .satisfiesAnyOf(
                            killed -> assertThat(killed).hasRootCauseInstanceOf(SQLException.class),
                            driver -> assertThat(driver).hasStackTraceContaining("getAutoCommit() should not throw"));
        }

        database.execute("drop trigger kill_me on " + table);
        assertThat(boxes()).isZero();
        assertThat(database.number("select count(box) from contact_wait")).isEqualTo(5);
        assertThat(database.number("select count(box) from chip_wait")).isEqualTo(5);
        assertThat(database.number("select count(*) from private_item")).isZero();

        contacts.look(MORNING, "09:00:10");
        contacts.look(MORNING, "09:00:20");
        assertThat(OfficeDesk.letters())
                .extracting(lines -> lines.get(6))
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(database.number("select count(*) from private_item where kind = 'COERCION'"))
                .isEqualTo(5);
        assertThat(database.number("select count(box) + (select count(box) from chip_wait) from contact_wait"))
                .isZero();
    }

    @Test
    void theOrderOfRowsSaysNothingAboutWhoCameFirst() throws Exception {
        leaveSome(40);

        contacts.look(MORNING, "09:00");

        assertThat(database.column("select distinct substr(id::text, 15, 1) from contact_box"))
                .containsExactly("4");
        assertThat(database.column("select distinct xmin::text from contact_box"))
                .hasSize(1);
        for (String table : List.of("contact_box", "contact_case")) {
            List<String> inTheHeap = database.column("select id from " + table + " order by ctid");
            assertThat(inTheHeap).as(table).isSorted();
        }
        List<Integer> arrivals = new ArrayList<>();
        for (String id : database.column("select id from contact_box order by ctid")) {
            List<String> lines = OfficeDesk.open(id);
            if (lines.getFirst().equals("C")) {
                arrivals.add(Integer.parseInt(lines.get(6).substring(7)));
            }
        }
        assertThat(arrivals).hasSize(40).isNotEqualTo(arrivals.stream().sorted().toList());
        long ascents = IntStream.range(1, 40)
                .filter(at -> arrivals.get(at) > arrivals.get(at - 1))
                .count();
        assertThat(ascents).as("ascents of 39, by chance 19.5 ± 1.8").isBetween(10L, 29L);
    }

    @Test
    void theTablesHaveNoTimeAndNothingThatCountsUp() {
        String ours = "('contact_wait', 'chip_wait', 'contact_box')";
        assertThat(database.rows("""
                select table_name, column_name, data_type from information_schema.columns
                 where table_name in %s and (data_type like 'time%%' or data_type in ('date', 'interval')
                    or is_identity = 'YES' or column_default is not null) order by 1""".formatted(ours)))
                .containsExactly(List.of("chip_wait", "exp_day", "date"), List.of("contact_wait", "exp_day", "date"));
        leaveSome(2);
        assertThat(database.column("select distinct exp_day from contact_wait"))
                .as("the same for all of a month")
                .containsExactly("2026-07-01");
    }

    private long boxes() {
        return database.number("select count(*) from contact_box");
    }

    /** Contacts whose telephone numbers count up as they arrive. */
    private List<String> leaveSome(int count) {
        String window = world.windowDrawn(false, DAY, UNIT);
        world.serve(window, UNIT, DAY, 1, count, true);
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> {
                    world.rate(window, UNIT, DAY, n, 1 + n % 5);
                    String receipt = world.receipt(window, DAY, n, "M-1");
                    leave(receipt, "1380013%04d".formatted(n), "王先生").then().statusCode(200);
                    return receipt;
                })
                .toList();
    }
}
