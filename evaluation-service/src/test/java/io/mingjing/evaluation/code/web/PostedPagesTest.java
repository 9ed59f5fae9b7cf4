package io.mingjing.evaluation.code.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.persistence.PostedCodeRepository;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A unit's administrator posts codes and takes them down without knowing an interface. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PostedPagesTest {

    private static final String ADMIN = "unit_admin@GY-KJJ-CGK";
    private static final String PAGE = "/evaluation/posted";

    private final City city;
    private final PostedCodeRepository codes;

    @TestHTTPResource(PAGE)
    URI page;

    PostedPagesTest(City city, PostedCodeRepository codes) {
        this.city = city;
        this.codes = codes;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void aCodeIsPostedOnceAndTakenDown() {
        String where = "东门 " + UUID.randomUUID();
        assertThat(as(ADMIN).get(PAGE).asString()).contains("科技成果窗口").doesNotContain("科技咨询窗口");
        String key = UUID.randomUUID().toString();

        for (int sent = 0; sent < 2; sent++) {
            assertThat(post("W1", where, key).statusCode()).isEqualTo(303);
        }
        PostedCode posted = codes.find("position", where).singleResult();
        assertThat(as(ADMIN).get(PAGE).asString()).contains(where, String.valueOf(posted.number()));
        assertThat(as("clerk@GY-KJJ-CGK").get(PAGE).asString()).contains(where).doesNotContain("<form");

        Response ended = as(ADMIN)
                .formParam("code", posted.id())
                .formParam("as", "DAMAGED")
                .formParam("reason", "雨淋")
                .post(PAGE + "/end");

        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(as(ADMIN).get(PAGE).asString()).contains("已损坏：雨淋");
    }

    @Test
    void placesWithoutACodeAreOnAPageOfTheirOwn() {
        String board = "NB-" + UUID.randomUUID();
        City.as("operations@GY")
                .body(Map.of("name", "一楼公示栏 " + board, "kind", "NOTICE_BOARD", "hall", "H1", "ownerUnit", "GY-KJJ-CGK"))
                .put("/api/v1/points/" + board)
                .then()
                .statusCode(200);

        assertThat(as(ADMIN).get(PAGE + "/missing").asString())
                .contains("一楼公示栏 " + board, "从未张贴", "href=\"/evaluation/posted?place=" + board);
        assertThat(as("clerk@GY-KJJ-CGK").get(PAGE + "/missing").asString())
                .contains("一楼公示栏 " + board)
                .contains("href=\"/evaluation/posted\"")
                .doesNotContain("?place=");
        assertThat(as("oversight@GY").get(PAGE + "/missing").asString())
                .contains("一楼公示栏 " + board)
                .doesNotContain("href=\"/evaluation/posted\"");
        assertThat(as(ADMIN).queryParam("place", board).get(PAGE).asString())
                .contains("value=\"" + board + "\" selected", "/evaluation/posted/missing");
        assertThat(post(board, "左侧", UUID.randomUUID().toString()).statusCode()).isEqualTo(303);
        assertThat(as(ADMIN).get(PAGE + "/missing").asString()).doesNotContain(board);
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsPosted() {
        long before = codes.count();

        assertThat(post("W2", "别人的窗口", UUID.randomUUID().toString()).statusCode())
                .isEqualTo(403);
        assertThat(post("nowhere", "没有", UUID.randomUUID().toString()).asString())
                .contains("role=\"alert\"", "未登记");
        assertThat(as(ADMIN)
                        .formParam("place", "W1")
                        .formParam("kind", "WALL")
                        .formParam("key", "k")
                        .post(PAGE)
                        .statusCode())
                .isEqualTo(400);
        assertThat(as(ADMIN).formParam("as", "DAMAGED").post(PAGE + "/end").asString())
                .contains("请选择评价点码并填写原因");
        assertThat(as("clerk@GY-KJJ-CGK").formParam("place", "W1").post(PAGE).statusCode())
                .isEqualTo(403);

        assertThat(codes.count()).isEqualTo(before);
    }

    private Response post(String place, String position, String key) {
        return as(ADMIN)
                .formParam("place", place)
                .formParam("kind", "NOTICE_BOARD")
                .formParam("position", position)
                .formParam("key", key)
                .post(PAGE);
    }

    private RequestSpecification as(String post) {
        Map<String, String> session = RealParts.oidc().signIn(page, "r-" + post.hashCode(), "管理员（演示）", post);
        return given().cookies(session)
                .redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
