package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may not be stored beside ratings at all (anonymity rule K2), read from the live schema. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class StorageLintTest {

    /** Every table that a rating passes through; its partitions come with intake. */
    private static final Set<String> RATING_TABLES =
            Set.of("intake", "rating", "receipt", "note", "quarantine", "leaf");

    private static final String IN = "('intake', 'rating', 'receipt', 'note', 'quarantine', 'leaf')";

    private final MixingWorld world;
    private final SuperUser database;
    private final MeterRegistry metrics;

    StorageLintTest(MixingWorld world, SuperUser database, MeterRegistry metrics) {
        this.world = world;
        this.database = database;
        this.metrics = metrics;
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
    void theTablesAreAllThere() {
        assertThat(database.column("select table_name from information_schema.tables where table_name in " + IN))
                .containsExactlyInAnyOrderElementsOf(RATING_TABLES);
    }

    @Test
    void noTimeAndNoDateButTheExpiryDayAndTheSlot() {
        assertThat(database.rows("""
                select table_name, column_name from information_schema.columns
                 where table_name in %s and (data_type like 'timestamp%%' or data_type like 'time%%'
                    or data_type in ('date', 'interval'))""".formatted(IN)))
                .containsExactlyInAnyOrder(
                        List.of("intake", "exp_day"), List.of("quarantine", "exp_day"), List.of("leaf", "slot"));
    }

    @Test
    void nothingThatCountsUp() {
        assertThat(database.rows("""
                select table_name, column_name from information_schema.columns
                 where table_name in %s and (is_identity = 'YES' or column_default is not null)""".formatted(IN))).isEmpty();
        assertThat(database.column("""
                select sequencename from pg_sequences where schemaname = 'public'""")).containsExactly("outbox_id_seq");
    }

    @Test
    void nothingPointsAtAVisitAndOnlyTheLeafIsShared() {
        assertThat(database.rows("""
                select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
                 where contype = 'f' and conrelid::regclass::text in %s""".formatted(IN)))
                .containsExactlyInAnyOrder(
                        List.of("rating", "leaf"), List.of("receipt", "leaf"), List.of("note", "leaf"));
        assertThat(database.rows("""
                select column_name, count(*) from information_schema.columns
                 where table_name in ('rating', 'receipt', 'note') group by 1 having count(*) > 1 order by 1"""))
                .containsExactly(List.of("id", "2"), List.of("leaf_id", "3"), List.of("seal", "2"));
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

    @Test
    void idsAreRandomAndSealsAreOfOneLength() {
        String window = world.windowDrawn(true, DAY, "GY-KJJ-CGK");
        world.sixOfTwelve(window, "GY-KJJ-CGK", DAY);
        world.rateWithNote(window, "GY-KJJ-CGK", DAY, 7, 1, "短");
        world.rateWithNote(window, "GY-KJJ-CGK", DAY, 8, 5, "长".repeat(500));
        world.rate(window, world.rating(window, "GY-KJJ-CGK", DAY, 1, "M-2", 3));

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
                .containsExactly(Arrays.asList("t", null, "INDIVIDUAL", "3"));
    }

    @Test
    void metricsOfTheMixerNameNoPlaceAndNoLevel() {
        String window = world.windowDrawn(true, DAY, "GY-KJJ-CGK");
        world.sixOfTwelve(window, "GY-KJJ-CGK", DAY);
        world.slot(DAY);

        assertThat(metrics.getMeters().stream()
                        .filter(meter -> meter.getId().getName().startsWith("mingjing_")))
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(meter.getId().getTags()).isEmpty());
    }
}
