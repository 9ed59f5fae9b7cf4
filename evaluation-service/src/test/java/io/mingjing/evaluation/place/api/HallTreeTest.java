package io.mingjing.evaluation.place.api;

import static io.mingjing.evaluation.City.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.mingjing.evaluation.City;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Halls at three levels. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class HallTreeTest {

    private static final String HALL_TREE = "urn:mingjing:problem:evaluation:hall-tree";

    private final City city;

    HallTreeTest(City city) {
        this.city = city;
    }

    @BeforeEach
    void aTree() {
        city.found();
        hall("T-C", null, null).statusCode(200);
        hall("T-T", "TOWNSHIP", "T-C").statusCode(200);
        hall("T-V", "VILLAGE", "T-T").statusCode(200);
    }

    @Test
    void aHallOfBeforeIsACountyHall() {
        as("operations@GY")
                .body(Map.of("name", "老大厅"))
                .put("/api/v1/halls/T-OLD")
                .then()
                .statusCode(200)
                .body("level", equalTo("COUNTY"))
                .body("parent", nullValue())
                .body("region", nullValue());
    }

    @Test
    void threeLevelsAreReadBack() {
        as("operations@GY")
                .body(Map.of("name", "村便民服务室", "level", "VILLAGE", "parent", "T-T", "region", "510802001001"))
                .put("/api/v1/halls/T-V")
                .then()
                .statusCode(200);

        as("unit_admin@GY-KJJ")
                .get("/api/v1/halls/T-V")
                .then()
                .statusCode(200)
                .body("level", equalTo("VILLAGE"))
                .body("parent", equalTo("T-T"))
                .body("region", equalTo("510802001001"));
        hall("T-V", "VILLAGE", "T-C").statusCode(200);
        as("operations@GY").get("/api/v1/halls/T-404").then().statusCode(404);
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsField() {
        refused(hall("T-X", "COUNTY", "T-C"), HALL_TREE, "parent");
        refused(hall("T-X", "TOWNSHIP", null), HALL_TREE, "parent");
        refused(hall("T-X", "VILLAGE", null), HALL_TREE, "parent");
        refused(hall("T-X", "TOWNSHIP", "T-T"), HALL_TREE, "level");
        refused(hall("T-X", "VILLAGE", "T-V"), HALL_TREE, "level");
        refused(hall("T-X", "VILLAGE", "T-404"), "urn:mingjing:problem:evaluation:unknown-code", "parent");
        as("operations@GY").get("/api/v1/halls/T-X").then().statusCode(404);
    }

    @Test
    void noHallLiesBelowItself() {
        refused(hall("T-T", "TOWNSHIP", "T-T"), "urn:mingjing:problem:evaluation:unknown-code", "parent");
        refused(hall("T-C", "TOWNSHIP", "T-T"), HALL_TREE, "level");
        refused(hall("T-C", "VILLAGE", "T-V"), HALL_TREE, "level");
        refused(hall("T-T", "VILLAGE", "T-C"), HALL_TREE, "level");
        as("operations@GY").get("/api/v1/halls/T-T").then().body("parent", equalTo("T-C"));
    }

    @Test
    void wrongShapesAreNamed() {
        as("operations@GY")
                .body(Map.of("name", "x", "level", "CITY"))
                .put("/api/v1/halls/T-X")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("level"));
        as("operations@GY")
                .body(Map.of("name", "x", "region", "51080"))
                .put("/api/v1/halls/T-X")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("region"));
    }

    private static void refused(ValidatableResponse answer, String type, String field) {
        answer.statusCode(422).body("type", equalTo(type)).body("violations.field", hasItem(field));
    }

    private static ValidatableResponse hall(String code, String level, String parent) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "大厅 " + code));
        if (level != null) {
            body.put("level", level);
        }
        if (parent != null) {
            body.put("parent", parent);
        }
        return as("operations@GY").body(body).put("/api/v1/halls/" + code).then();
    }
}
