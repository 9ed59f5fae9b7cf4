package io.mingjing.evaluation.office;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two worlds that differ only in which of two late ratings was poor are one world to whoever reads all of SQL. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class CityOrderWorldsTest {

    /** The days on which the ratings of {@link MixingWorld#DAY} and of the day after it have waited too long. */
    private static final List<LocalDate> LATE = List.of(LocalDate.of(2026, 4, 16), LocalDate.of(2026, 4, 17));

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern BYTES = Pattern.compile("\\\\+x([0-9a-f]*)");
    private static final Pattern HASHES = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern TIMES =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([+Z](\\d\\d)?)?");

    private final MixingWorld world;
    private final OfficeWorld office;
    private final SuperUser database;

    CityOrderWorldsTest(MixingWorld world, OfficeWorld office, SuperUser database) {
        this.world = world;
        this.office = office;
        this.database = database;
    }

    @AfterEach
    void end() {
        world.end();
    }

    /** Done soon, and so late that the rows which acts as a rule rewrite no longer reach back to it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 120})
    void whichLateRatingWasPoorIsInNoColumn(int daysLater) {
        String window = "W-" + UUID.randomUUID();
        worked(window, daysLater, 1, 5);

        Map<String, List<String>> one = worked(window, daysLater, 1, 5);
        Map<String, List<String>> other = worked(window, daysLater, 5, 1);

        assertThat(one.get("city_order")).hasSize(2).doesNotHaveDuplicates();
        assertThat(one.get("audit")).anyMatch(row -> row.contains("CITY_ORDER_DONE"));
        assertThat(one).isEqualTo(other);
    }

    /** The comparison can fail: one more that is poor is one more that is done. */
    @Test
    void anotherOneThatIsDoneIsSeen() {
        String window = "W-" + UUID.randomUUID();

        assertThat(worked(window, 0, 1, 5)).isNotEqualTo(worked(window, 0, 1, 1));
    }

    /** Both ratings wait too long, and the office does its order for each that was poor. */
    private Map<String, List<String>> worked(String window, int daysLater, int... levels) {
        office.begin();
        world.window(window, OfficeWorld.CGK, true);
        int poor = 0;
        for (int n = 0; n < levels.length; n++) {
            LocalDate day = DAY.plusDays(n);
            world.serve(window, OfficeWorld.CGK, day, 1, 3, true);
            world.rateWithNote(window, OfficeWorld.CGK, day, 1, levels[n], "一直没有回音");
            poor += levels[n] == 1 ? 1 : 0;
        }
        LATE.forEach(world::slot);
        world.beginAt(LATE.getLast().plusDays(daysLater));
        List<String> orders = OfficeWorld.office("甲")
                .get("/api/v1/city-orders")
                .then()
                .body("items", hasSize(poor))
                .extract()
                .path("items.id");
        for (String order : orders) {
            OfficeWorld.office("甲")
                    .body(Map.of("result", "已电话联系窗口负责人"))
                    .post("/api/v1/city-orders/" + order + "/result")
                    .then()
                    .statusCode(200);
        }
        assertThat(database.column("select distinct xmin::text from city_order"))
                .as("an act writes every row")
                .hasSize(1);
        return everything();
    }

    /** Every row of every table; what is sealed, hashed or of chance by its length or kind, an order by its day. */
    private Map<String, List<String>> everything() {
        // Keys and partitions of days are opened ahead by the calendar, and other tests turn keys; the rows of all
        // partitions are those of intake.
        Map<String, String> days = new HashMap<>();
        database.rows("select id::text, opened::text from city_order")
                .forEach(order -> days.put(order.getFirst(), "order of " + order.getLast()));
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : database.column("""
                select table_name from information_schema.tables
                 where table_schema = 'public' and table_type = 'BASE TABLE'
                   and table_name !~ '^intake_[0-9]{8}$' and table_name not in ('day_key', 'service_key')""")) {
            tables.put(
                    table,
                    database.column("select t::text from " + table + " t").stream()
                            .map(row -> plain(row, days))
                            .sorted()
                            .toList());
        }
        return tables;
    }

    private static String plain(String row, Map<String, String> days) {
        String named = UUIDS.matcher(row).replaceAll(found -> days.getOrDefault(found.group(), "id"));
        String sealed = BYTES.matcher(named).replaceAll(found -> found.group(1).length() / 2 + " bytes");
        return TIMES.matcher(HASHES.matcher(sealed).replaceAll("hash")).replaceAll("time");
    }
}
