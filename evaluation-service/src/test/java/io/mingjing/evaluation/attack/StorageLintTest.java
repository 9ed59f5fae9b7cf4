package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may not be stored beside ratings at all (anonymity rule K2), read from the live schema of all tables. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class StorageLintTest {

    private static final String CGK = "GY-KJJ-CGK";

    /** Tables with a row for each rating, or for something of a single rater. */
    private static final List<String> OF_RATERS = List.of(
            "intake",
            "rating",
            "receipt",
            "note",
            "private_item",
            "quarantine",
            "contact_wait",
            "chip_wait",
            "contact_box",
            "city_order");

    /** Values that a rater's row shares with another table, and why that ties it to nobody. */
    private static final Map<String, String> SHARED = Map.ofEntries(
            Map.entry("rating.leaf_id", "the leaf: what everybody in it shares"),
            Map.entry("receipt.leaf_id", "the leaf: what everybody in it shares"),
            Map.entry("note.leaf_id", "the leaf: what everybody in it shares"),
            Map.entry("rating.reasons", "codes of the scale"),
            Map.entry("rating.stream", "in clear where the whole leaf shares it"),
            Map.entry("rating.place", "in clear where the whole leaf shares it"),
            Map.entry("rating.owner_unit", "in clear where the whole leaf shares it"),
            Map.entry("rating.matter_unit", "in clear where the whole leaf shares it"),
            Map.entry("rating.matter", "in clear where the whole leaf shares it"),
            Map.entry("rating.rater_type", "in clear where the whole leaf shares it"),
            Map.entry("intake.place", "the window: many rate there on a day"),
            Map.entry("quarantine.place", "the window: many rate there on a day"),
            Map.entry("quarantine.h", "the row of the intake it was taken from"),
            Map.entry("intake.h", "the row that lies in quarantine"),
            Map.entry("contact_box.id", "the office's own case of it"),
            Map.entry("city_order.id", "of a city leaf's order alone, in the trail"),
            Map.entry("city_order.leaf_id", "the leaf: what everybody in it shares"));

    private final MixingWorld world;
    private final SuperUser database;

    StorageLintTest(MixingWorld world, SuperUser database) {
        this.world = world;
        this.database = database;
    }

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void everyTimeAndDateHasAReason() {
        Set<String> columns = new TreeSet<>();
        database.rows("""
                select regexp_replace(table_name, '^intake_[0-9]{8}$', 'intake'), column_name
                  from information_schema.columns
                 where table_schema = 'public' and (data_type like 'timestamp%' or data_type like 'time%'
                    or data_type in ('date', 'interval'))""").forEach(column -> columns.add(column.get(0) + "." + column.get(1)));

        assertThat(columns).hasSizeGreaterThan(30);
        assertThat(columns).as("columns with a time and no reason").isSubsetOf(TimesAllowed.REASONS.keySet());
        for (String table : List.of("rating", "receipt", "note", "private_item", "contact_box")) {
            assertThat(columns).noneMatch(column -> column.startsWith(table + "."));
        }
    }

    @Test
    void nothingCountsUpButTheOutbox() {
        assertThat(database.column("select sequencename from pg_sequences where schemaname = 'public'"))
                .containsExactly("outbox_id_seq");
        assertThat(database.rows("""
                select table_name, column_name from information_schema.columns
                 where table_schema = 'public' and is_identity = 'YES'""")).containsExactly(List.of("outbox", "id"));
        for (String table : OF_RATERS) {
            assertThat(database.column("""
                    select column_name from information_schema.columns
                     where table_name = '%s' and column_default is not null""".formatted(table)))
                    .as("defaults of " + table)
                    .isEmpty();
        }
    }

    @Test
    void noRatersTablePointsAtAVisitADeviceOrAnother() {
        assertThat(database.rows("""
                select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
                 where contype = 'f' and conrelid::regclass::text = any ('{%s}')""".formatted(String.join(",", OF_RATERS))))
                .containsExactlyInAnyOrder(
                        List.of("rating", "leaf"), List.of("receipt", "leaf"), List.of("note", "leaf"));
        assertThat(database.column("""
                select column_name from information_schema.columns where table_name = 'visit' order by 1"""))
                .containsExactly(
                        "confirmed",
                        "counted",
                        "day",
                        "exp_day",
                        "matters",
                        "number",
                        "owner_unit",
                        "rater_type",
                        "window_code");
    }

    /** By the rows themselves: any value of a rater's row that any other table has too. */
    @Test
    void noValueOfARatersRowStandsInAnotherTable() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.rateWithNote(window, CGK, DAY, 7, 1, "等了很久");
        world.damageOneBox(window);
        world.slot(DAY);
        world.rate(window, CGK, DAY, 8, 5);

        Map<String, Set<String>> values = valuesOfAllColumns();
        Set<String> shared = new TreeSet<>();
        values.forEach((column, mine) -> values.forEach((other, theirs) -> {
            String table = column.substring(0, column.indexOf('.'));
            if (OF_RATERS.contains(table)
                    && !other.startsWith(table + ".")
                    && mine.stream().anyMatch(theirs::contains)) {
                shared.add(column);
            }
        }));

        assertThat(values.get("rating.id")).hasSizeGreaterThan(4);
        assertThat(values.get("quarantine.h")).hasSize(1);
        assertThat(shared).contains("rating.leaf_id", "receipt.leaf_id", "note.leaf_id", "intake.place");
        shared.removeAll(SHARED.keySet());
        assertThat(shared).as("values that tie a rater's row to another table").isEmpty();
    }

    @Test
    void idsAreRandomAndSealsAreOfOneLength() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.rateWithNote(window, CGK, DAY, 7, 1, "短");
        world.rateWithNote(window, CGK, DAY, 8, 5, "长".repeat(500));
        world.rate(window, world.rating(window, CGK, DAY, 1, "M-2", 3));

        world.slot(DAY);

        for (String table : List.of("rating", "note", "leaf")) {
            assertThat(database.column("select distinct substr(id::text, 15, 1) from " + table))
                    .as("version of ids of " + table)
                    .containsExactly("4");
        }
        assertThat(database.column("select distinct octet_length(context) from rating"))
                .hasSize(1);
        assertThat(database.column("select distinct octet_length(seal) from receipt"))
                .hasSize(1);
        assertThat(database.column("select distinct octet_length(seal) from note"))
                .hasSize(1);
        // one matter differs, so none stands in clear; the rest is shared by the whole leaf
        assertThat(database.rows("select distinct place = '%s', matter, rater_type, pf from rating".formatted(window)))
                .containsExactly(java.util.Arrays.asList("t", null, "INDIVIDUAL", "3"));
    }

    /** The trail has one record of a leaf and nothing of a rater. */
    @Test
    void theTrailKnowsNoRater() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        List<String> keys = new ArrayList<>(database.column("select encode(h, 'hex') from intake"));
        world.slot(DAY);
        keys.addAll(database.column("select encode(hash, 'hex') from receipt"));
        keys.addAll(database.column("select id::text from rating"));
        keys.addAll(database.column("select number from visit"));
        for (int n = 1; n <= 6; n++) {
            keys.add(world.receipt(window, DAY, n, "M-1"));
        }

        List<String> trail = database.column("select audit::text from audit");
        assertThat(database.rows("select action, count(*) from audit where aggregate like 'leaf:%' group by 1"))
                .containsExactly(List.of("LEAF_CLOSED", "1"));
        assertThat(keys).hasSize(6 + 6 + 6 + 12 + 6);
        assertThat(trail).noneMatch(row -> keys.stream().anyMatch(row::contains));
        assertThat(trail).noneMatch(row -> row.contains(window));
    }

    private Map<String, Set<String>> valuesOfAllColumns() {
        Map<String, Set<String>> values = new HashMap<>();
        database.rows("""
                select table_name, column_name, data_type from information_schema.columns
                  join information_schema.tables using (table_schema, table_name)
                 where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ '^intake_[0-9]{8}$'
                   and table_name not in ('outbox_seen', 'flyway_schema_history')
                   and data_type in ('text', 'bytea', 'uuid', 'ARRAY')""").forEach(column -> {
            String text = column.get(2).equals("bytea") ? "encode(%s, 'hex')" : "%s::text";
            Set<String> found = new HashSet<>(database.column("select distinct %s from %s where %s is not null"
                    .formatted(text.formatted(column.get(1)), column.get(0), column.get(1))));
            found.removeIf(value -> value.length() < 5);
            values.put(column.get(0) + "." + column.get(1), found);
        });
        return values;
    }
}
