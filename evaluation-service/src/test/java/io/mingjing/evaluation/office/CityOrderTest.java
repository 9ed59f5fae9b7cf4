package io.mingjing.evaluation.office;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.evaluation.leaf.Altered;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.leaf.application.OfficeStory;
import io.mingjing.evaluation.leaf.domain.CityOrder;
import io.mingjing.evaluation.office.application.OrderOpening;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** City leaves and what no leaf took in time become the city office's own orders, one each. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class CityOrderTest {

    /** The 20th working day after {@link MixingWorld#DAY} by the provisional calendar, and the day before. */
    private static final LocalDate TWENTIETH = LocalDate.of(2026, 4, 16);

    private static final LocalDate NINETEENTH = LocalDate.of(2026, 4, 15);

    private final MixingWorld world;
    private final OfficeWorld office;
    private final SuperUser database;
    private final OrderOpening opening;
    private final OfficeStory story;

    CityOrderTest(MixingWorld world, OfficeWorld office, SuperUser database, OrderOpening opening, OfficeStory story) {
        this.world = world;
        this.office = office;
        this.database = database;
        this.opening = opening;
        this.story = story;
    }

    @BeforeEach
    void begin() {
        office.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void whatNoLeafTookInTwentyWorkingDaysBecomesOneOrderAndStaysPending() {
        twoWait();

        world.slot(NINETEENTH);
        orders(0);
        world.slot(TWENTIETH);
        opening.publish(TWENTIETH);
        world.slot(TWENTIETH.plusDays(1));

        OfficeWorld.office("甲")
                .get("/api/v1/city-orders")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].number", matchesPattern("自办-2026-000[12]"))
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].opened", equalTo("2026-04-16"))
                .body("items[0].due", equalTo("2026-04-23"))
                .body("items[0].leaf", nullValue())
                .body("items[0].rating.level", equalTo(1))
                .body("items[0].rating.day", equalTo("2026-03-19"))
                .body("items[0].rating.note", equalTo("一直没有回音"));
        assertThat(database.number("select count(*) from intake where box is not null"))
                .as("still pending, still to be mixed")
                .isEqualTo(2);
    }

    @Test
    void whatIsKilledBetweenIsOpenedOnceByTheNextSlot() {
        twoWait();
        for (String table : List.of("city_order_counter", "city_order", "audit")) {
            office.killedAt(table, () -> opening.publish(TWENTIETH));
            assertThat(database.number("select count(*) from city_order"))
                    .as("killed at " + table)
                    .isZero();
        }

        world.slot(TWENTIETH);

        OfficeWorld.office("甲")
                .get("/api/v1/city-orders")
                .then()
                .body("items", hasSize(1))
                .body("items[0].number", matchesPattern("自办-2026-000[12]"));
    }

    @Test
    void whatWasFoundNotValidAtIntakeIsNobodysOrder() {
        String window = world.windowDrawn(false, DAY, OfficeWorld.CGK);
        world.serve(window, OfficeWorld.CGK, DAY, 1, 3, true);
        world.rate(window, Altered.as(Validity.FRAUD, world.rating(window, OfficeWorld.CGK, DAY, 1, "M-1", 1)));
        world.slot(TWENTIETH);

        orders(0);
    }

    @Test
    void theRowsDoNotTellWhichOfThemWasPoor() {
        twoWait();
        world.slot(TWENTIETH);

        assertThat(database.number("select count(*) from city_order"))
                .as("one for each that waited")
                .isEqualTo(2);
        assertThat(database.column("select distinct octet_length(seal) from city_order"))
                .hasSize(1);
        assertThat(database.column("select distinct octet_length(ref) from city_order"))
                .containsExactly("32");
        assertThat(database.number("select count(*) from city_order o join intake i on i.h = o.ref"))
                .isZero();
        assertThat(database.column("select last from city_order_counter")).containsExactly("2");
        assertThat(database.column("select id from city_order order by ctid"))
                .isEqualTo(database.column("select id from city_order order by id::text"));
        List<String> before = database.column("select encode(seal, 'hex') from city_order");

        complete(onlyOrder()).then().statusCode(200);

        assertThat(database.column("select encode(seal, 'hex') from city_order"))
                .as("an act writes all of them anew")
                .doesNotContainAnyElementsOf(before)
                .hasSize(2);
        assertThat(database.number("select count(*) from audit a where a::text like '%回音%' or a::text like '%已电话%'"))
                .isZero();
        assertThat(database.column("select to_value from audit where action = 'CITY_ORDERS_OPENED'"))
                .containsExactly("2");
    }

    @Test
    void anOrderIsDoneOnceAndEveryLookIsRecorded() {
        twoWait();
        world.slot(TWENTIETH);
        String order = onlyOrder();
        assertThat(database.number("select count(*) from audit where action = 'CITY_ORDERS_VIEWED'"))
                .isEqualTo(1);

        complete(order)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("result", equalTo("已电话联系窗口负责人，当日补办"))
                .body("doneBy", equalTo("甲"));
        complete(order).then().statusCode(409).body("state", equalTo("DONE"));
        OfficeWorld.office("甲")
                .body(Map.of("result", " "))
                .post("/api/v1/city-orders/" + order + "/result")
                .then()
                .statusCode(400);
        OfficeWorld.office("甲")
                .get("/api/v1/city-orders/" + UUID.randomUUID())
                .then()
                .statusCode(404);

        assertThat(
                        database.rows(
                                "select aggregate, subject, from_value, to_value, why from audit where action = 'CITY_ORDER_DONE'"))
                .as("neither which row it was nor its number")
                .containsExactly(Arrays.asList("city-orders", "s-甲", "OPEN", "DONE", null));
    }

    @Test
    void aCityLeafWithPoorRatingsBecomesAnOrderWhoseResultItsReceiptsCanRead() {
        UUID leaf = cityLeaf(2);
        cityLeaf(0);

        world.slot(DAY);
        opening.publish(DAY);

        orders(1);
        String order = onlyOrder();
        assertThat(story.orderOf(leaf)).contains(new CityOrder(null, null));
        complete(order).then().statusCode(200).body("leaf", equalTo(leaf.toString()));
        assertThat(database.rows("select aggregate, why from audit where action = 'CITY_ORDER_DONE'"))
                .containsExactly(List.of("city-order:" + order, "自办-2026-0001"));
        assertThat(story.orderOf(leaf)).contains(new CityOrder(DAY, "已电话联系窗口负责人，当日补办"));
        assertThat(story.orderOf(UUID.randomUUID())).isEmpty();
    }

    @Test
    void manyArePagedOpenOnesFirst() {
        String window = world.windowDrawn(false, DAY, OfficeWorld.CGK);
        world.serve(window, OfficeWorld.CGK, DAY, 1, 9, true);
        for (int n = 1; n <= 4; n++) {
            world.rate(window, OfficeWorld.CGK, DAY, n, 2);
        }
        world.slot(TWENTIETH);
        String done = OfficeWorld.office("甲").get("/api/v1/city-orders?limit=1").path("items[0].id");
        complete(done).then().statusCode(200);

        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            var page = OfficeWorld.office("甲").queryParam("limit", 2);
            var answer = (next == null ? page : page.queryParam("after", next)).get("/api/v1/city-orders");
            seen.addAll(answer.path("items.id"));
            next = answer.path("next");
        } while (next != null);

        assertThat(seen).hasSize(4).endsWith(done);
        assertThat(new HashSet<>(seen)).hasSize(4);
    }

    /** A poor one with words and a good one, at a window where nothing closes. */
    private void twoWait() {
        String window = world.windowDrawn(false, DAY, OfficeWorld.CGK);
        world.serve(window, OfficeWorld.CGK, DAY, 1, 3, true);
        world.rateWithNote(window, OfficeWorld.CGK, DAY, 1, 1, "一直没有回音");
        world.rate(window, OfficeWorld.CGK, DAY, 2, 5);
    }

    private UUID cityLeaf(int poor) {
        UUID id = UUID.randomUUID();
        database.execute("""
                insert into leaf (id, number, stream, scope, place_name, owner_unit, first_week, last_week, served, raters,
                                  ratings, total, valid, levels, poor, reasons, matters, matter_units, slot)
                values ('%s', '市叶-%s', 'VISIT', 'CITY', '全市其余窗口', 'GY', '2026-W1%d', '2026-W12', 12, 6, 6, 6, 6,
                        '{%d,0,0,0,%d}', %d, '{}', '{}', '{}', date '2026-03-1%d')""".formatted(id, id, poor, poor, 6 - poor, poor, poor));
        return id;
    }

    private static void orders(int many) {
        OfficeWorld.office("甲")
                .get("/api/v1/city-orders")
                .then()
                .statusCode(200)
                .body("items", hasSize(many));
    }

    private static String onlyOrder() {
        return OfficeWorld.office("甲").get("/api/v1/city-orders").path("items[0].id");
    }

    private static Response complete(String order) {
        return OfficeWorld.office("甲")
                .body(Map.of("result", "已电话联系窗口负责人，当日补办"))
                .post("/api/v1/city-orders/" + order + "/result");
    }
}
