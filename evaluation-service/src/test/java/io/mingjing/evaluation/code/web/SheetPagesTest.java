package io.mingjing.evaluation.code.web;

import static io.mingjing.evaluation.City.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sheets to print: what is within reach, one or many to a page, each with place, number and promise. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class SheetPagesTest {

    private static final String ADMIN = "unit_admin@GY-KJJ-CGK";

    private final City city;

    @TestHTTPResource("/evaluation/sheets")
    URI sheets;

    SheetPagesTest(City city) {
        this.city = city;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void aSheetNamesItsPlaceAndItsNumberAndPromisesAnonymity() {
        JsonPath posted = posted("W1", "窗口台面左侧");

        String page = page(ADMIN, "/print?n=" + posted.getInt("number")).asString();

        String number = "%010d".formatted(posted.getInt("number"));
        assertThat(page)
                .contains("科技成果窗口", "政务服务中心（演示）", "窗口台面左侧", "per1", "/evaluation/codes.css")
                .contains("背靠背评价", "窗口和单位看不到是谁评的，只看到多人合计的结果")
                .contains(number.substring(0, 4) + " " + number.substring(4, 7) + " " + number.substring(7))
                .doesNotContain(City.codeOf(posted.getString("url")), "<script", " style=");
        assertThat(count(page, "<svg")).isEqualTo(1);
        given().get("/evaluation/codes.css").then().statusCode(200).contentType("text/css");
    }

    @Test
    void manyGoOnAPage() {
        List<Integer> numbers = new ArrayList<>();
        for (int label = 0; label < 14; label++) {
            numbers.add(posted("W1", "第" + label + "处").getInt("number"));
        }
        String query = "/print?n="
                + String.join("&n=", numbers.stream().map(String::valueOf).toList());

        for (Map.Entry<String, Integer> pages :
                Map.of("1", 14, "6", 3, "12", 2, "7", 14).entrySet()) {
            String page = page(ADMIN, query + "&per=" + pages.getKey()).asString();
            assertThat(count(page, "<svg")).isEqualTo(14);
            assertThat(count(page, "<section class=\"page")).isEqualTo(pages.getValue());
        }
    }

    @Test
    void aWholeHallOrUnitIsPrintedAtOnceAndWhatEndedIsNot() {
        JsonPath ended = posted("W1", "已取下");
        as(ADMIN)
                .body(Map.of("reason", "换新"))
                .post("/api/v1/posted-codes/" + ended.getString("id") + "/withdrawal")
                .then()
                .statusCode(200);
        posted("W1", "仍在用");
        String other = "资管科的公示栏" + UUID.randomUUID();
        post("unit_admin@GY-KJJ-ZGK", "W2", other);

        String hall =
                page("city_office@GY-YSB", "/print?per=12&hall=政务服务中心（演示）").asString();
        String unit = page(ADMIN, "/print?per=12&unit=GY-KJJ-CGK").asString();
        String choice = page(ADMIN, "").asString();

        assertThat(hall).contains("仍在用", other).doesNotContain("已取下");
        assertThat(unit).contains("仍在用").doesNotContain("已取下", other);
        assertThat(choice).contains("仍在用", "成果科").doesNotContain("已取下", other, "<svg");
    }

    @Test
    void nothingOfAnotherUnitIsPrinted() {
        JsonPath posted = posted("W1", "成果科");

        Response foreign = page("unit_admin@GY-KJJ-ZGK", "/print?n=" + posted.getInt("number"));

        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(page("unit_admin@GY-KJJ-ZGK", "/print?unit=GY-KJJ-CGK").statusCode())
                .isEqualTo(422);
        assertThat(page(ADMIN, "/print").statusCode()).isEqualTo(422);
        assertThat(page("clerk@GY-KJJ-CGK", "/print?n=" + posted.getInt("number"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(page("coordinator@GY-KJJ", "").statusCode()).isEqualTo(403);
        assertThat(page("section@GY-KJJ-CGK", "/print?unit=GY-KJJ-CGK").statusCode())
                .isEqualTo(403);
    }

    private static JsonPath posted(String place, String position) {
        return post(ADMIN, place, position);
    }

    private static JsonPath post(String post, String place, String position) {
        return as(post).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("kind", "NOTICE_BOARD", "place", place, "position", position))
                .post("/api/v1/posted-codes")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Response page(String post, String path) {
        Map<String, String> session = RealParts.oidc().signIn(sheets, "s-" + post.hashCode(), "张贴人（演示）", post);
        return given().cookies(session).redirects().follow(false).get("/evaluation/sheets" + path);
    }

    private static int count(String page, String what) {
        Matcher found = Pattern.compile(Pattern.quote(what)).matcher(page);
        return (int) found.results().count();
    }
}
