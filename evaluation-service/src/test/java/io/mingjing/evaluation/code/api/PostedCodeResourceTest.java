package io.mingjing.evaluation.code.api;

import static io.mingjing.evaluation.City.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.code.application.PostedCodes;
import io.mingjing.evaluation.code.domain.PostedState;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of place codes: posted, read and ended within reach, each act on record. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PostedCodeResourceTest {

    private static final String PATH = "/api/v1/posted-codes";
    private static final String ADMIN = "unit_admin@GY-KJJ-CGK";
    private static final Map<String, String> WHY = Map.of("reason", "被遮挡");

    private final City city;
    private final TestClock clock;
    private final PostedCodes codes;
    private final AuditTrail trail;

    PostedCodeResourceTest(City city, TestClock clock, PostedCodes codes, AuditTrail trail) {
        this.city = city;
        this.clock = clock;
        this.codes = codes;
        this.trail = trail;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void aPostedCodeOpensUntilItIsWithdrawn() {
        JsonPath made = post(ADMIN, "W1");
        String text = City.codeOf(made.getString("url"));
        assertThat(codes.read(text)).isInstanceOfSatisfying(PostedCodes.Reading.Good.class, good -> assertThat(
                        good.code().place())
                .isEqualTo("W1"));
        assertThat(made.getString("ownerUnit")).isEqualTo("GY-KJJ-CGK");
        assertThat(made.getString("postedDay")).isEqualTo(clock.today().toString());

        end(made, "withdrawal", ADMIN)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("reason", equalTo("被遮挡"))
                .body("url", nullValue());

        assertThat(codes.read(text)).isInstanceOf(PostedCodes.Reading.Withdrawn.class);
        end(made, "withdrawal", ADMIN).statusCode(200);
        end(made, "damage", ADMIN).statusCode(409).body("state", equalTo("WITHDRAWN"));
        assertThat(trail.read("posted-code:" + made.getString("id"), 0, 10))
                .extracting(entry -> entry.act().action())
                .containsExactly("POSTED_CODE_REGISTERED", "POSTED_CODE_WITHDRAWN");
    }

    @Test
    void placesWithoutACodeAreListedUntilTheyGetOne() {
        String door = place("SECTION_DOOR", "GY-KJJ-CGK");
        String board = place("NOTICE_BOARD", "GY-KJJ-CGK");
        String online = place("ONLINE", "GY-KJJ-CGK");
        String foreign = place("NOTICE_BOARD", "GY-KJJ-ZGK");
        assertThat(missing(ADMIN)).containsEntry(door, "NEVER_POSTED").containsEntry(board, "NEVER_POSTED");
        assertThat(missing(ADMIN)).doesNotContainKeys(online, foreign);
        assertThat(missing("oversight@GY")).containsKeys(door, board, foreign);

        JsonPath first = onTheWall(door);
        JsonPath second = onTheWall(door);
        JsonPath only = onTheWall(board);
        assertThat(missing(ADMIN)).doesNotContainKeys(door, board);

        end(first, "damage", ADMIN);
        end(only, "withdrawal", ADMIN);
        assertThat(missing(ADMIN)).doesNotContainKey(door).containsEntry(board, "WITHDRAWN");
        end(second, "damage", ADMIN);
        assertThat(missing(ADMIN)).containsEntry(door, "DAMAGED");
        onTheWall(door);
        assertThat(missing(ADMIN)).doesNotContainKey(door);
        as("section@GY-KJJ-CGK").get(PATH + "/missing").then().statusCode(403);
    }

    private static JsonPath onTheWall(String place) {
        return as(ADMIN)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("kind", "NOTICE_BOARD", "place", place))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String place(String kind, String owner) {
        String code = kind.charAt(0) + "-" + UUID.randomUUID();
        as("operations@GY")
                .body(Map.of("name", "评价点", "kind", kind, "ownerUnit", owner))
                .put("/api/v1/points/" + code)
                .then()
                .statusCode(200);
        return code;
    }

    /** Why, by place; read in pages of three. */
    private static Map<String, String> missing(String reader) {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        String after = null;
        do {
            var page = as(reader).queryParam("limit", 3);
            JsonPath read = (after == null ? page : page.queryParam("after", after))
                    .get(PATH + "/missing")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read.<Map<String, String>>getList("items").forEach(one -> all.put(one.get("place"), one.get("why")));
            after = read.getString("next");
        } while (after != null);
        assertThat(List.copyOf(all.keySet())).isSorted();
        return all;
    }

    @Test
    void aDamagedCodeMayStillBeTakenDown() {
        JsonPath made = post(ADMIN, "W1");

        end(made, "damage", ADMIN).statusCode(200).body("state", equalTo("DAMAGED"));
        assertThat(codes.read(City.codeOf(made.getString("url"))))
                .isInstanceOfSatisfying(
                        PostedCodes.Reading.Withdrawn.class,
                        ended -> assertThat(ended.code().state()).isEqualTo(PostedState.DAMAGED));
        end(made, "withdrawal", ADMIN).statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void repeatingAPostingMakesNoSecondCode() {
        String key = UUID.randomUUID().toString();
        String first = as(ADMIN)
                .header("Idempotency-Key", key)
                .body(posting("W1"))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        String again = as(ADMIN)
                .header("Idempotency-Key", key)
                .body(posting("W1"))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        assertThat(again).isEqualTo(first);
        as(ADMIN)
                .header("Idempotency-Key", key)
                .body(Map.of("kind", "KIOSK", "place", "W1"))
                .post(PATH)
                .then()
                .statusCode(422);
        as(ADMIN).body(posting("W1")).post(PATH).then().statusCode(400);
    }

    @Test
    void rightsReachAsFarAsForPlaces() {
        for (String post : List.of("city_office@GY-YSB", "operations@GY", "integration@GY", "unit_admin@GY-KJJ")) {
            assertThat(post(post, "W1").getString("id")).isNotBlank();
        }
        for (String post : List.of("unit_admin@GY-KJJ-ZGK", "clerk@GY-KJJ-CGK", "city_office@GY-KJJ")) {
            as(post).header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(posting("W1"))
                    .post(PATH)
                    .then()
                    .statusCode(403);
        }
        JsonPath made = post(ADMIN, "W1");
        end(made, "withdrawal", "unit_admin@GY-KJJ-ZGK").statusCode(404);
        end(made, "withdrawal", "clerk@GY-KJJ-CGK").statusCode(403);
        String one = PATH + "/" + made.getString("id");
        as("clerk@GY-KJJ-CGK").get(one).then().statusCode(200).body("kind", equalTo("WINDOW"));
        as("clerk@GY-KJJ-ZGK").get(one).then().statusCode(404);
        as("section@GY-KJJ-CGK").get(one).then().statusCode(403);
    }

    @Test
    void theListShowsWhatIsWithinReachPageByPage() {
        post(ADMIN, "W1");
        post(ADMIN, "W1");
        post("unit_admin@GY-KJJ-ZGK", "W2");

        as(ADMIN).get(PATH).then().statusCode(200).body("items.place", not(hasItem("W2")));
        as("unit_admin@GY-KJJ-ZGK").get(PATH).then().body("items.place", not(hasItem("W1")));
        as("city_office@GY-YSB").get(PATH + "?limit=200&place=W2").then().body("items.place", hasItem("W2"));
        as(ADMIN).get(PATH + "?place=W2").then().statusCode(200).body("items", equalTo(List.of()));
        JsonPath first = as(ADMIN).get(PATH + "?limit=1").jsonPath();
        JsonPath second = as(ADMIN)
                .get(PATH + "?limit=1&after=" + first.getString("next"))
                .jsonPath();
        assertThat(second.getString("items[0].id")).isGreaterThan(first.getString("items[0].id"));
        as(ADMIN).get(PATH + "?after=rubbish").then().statusCode(400);
    }

    @Test
    void whatIsWrongIsSaidAndNothingHappens() {
        List<Map<String, Object>> wrong = List.of(
                Map.of("place", "W1"),
                Map.of("kind", "WALL", "place", "W1"),
                Map.of("kind", "WINDOW"),
                Map.of("kind", "WINDOW", "place", "W1", "position", "长".repeat(101)));
        for (Map<String, Object> body : wrong) {
            as(ADMIN)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(body)
                    .post(PATH)
                    .then()
                    .statusCode(400);
        }
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("kind", "WINDOW", "place", "nowhere"),
                Map.of(
                        "kind",
                        "WINDOW",
                        "place",
                        "W1",
                        "postedDay",
                        clock.today().plusDays(1).toString()))) {
            as(ADMIN)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(body)
                    .post(PATH)
                    .then()
                    .statusCode(422)
                    .body("violations.size()", equalTo(1));
        }
        JsonPath made = post(ADMIN, "W1");
        String path = PATH + "/" + made.getString("id") + "/withdrawal";
        as(ADMIN).body(Map.of("reason", " ")).post(path).then().statusCode(400);
        as(ADMIN).body("{}").post(path).then().statusCode(400);
        as(ADMIN).get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static Map<String, Object> posting(String place) {
        return Map.of("kind", "WINDOW", "place", place, "position", "窗口台面");
    }

    private static JsonPath post(String post, String place) {
        return as(post).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(posting(place))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static io.restassured.response.ValidatableResponse end(JsonPath made, String how, String post) {
        return as(post).body(WHY)
                .post(PATH + "/" + made.getString("id") + "/" + how)
                .then();
    }
}
