package io.mingjing.evaluation.place.web;

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
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The register's pages: the tree, each place, what should be put right, and the forms that keep it. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PlacePagesTest {

    private static final String PAGES = "/evaluation/places";

    private final City city;

    @TestHTTPResource(PAGES)
    URI home;

    PlacePagesTest(City city) {
        this.city = city;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void aKeeperRegistersDownTheTreeWithPlainForms() {
        String keeper = "operations@GY";
        assertThat(sent(keeper, "hall", Map.of("code", "PG-C", "name", "县大厅（演示）", "level", "COUNTY")))
                .isEqualTo(PAGES + "/halls/PG-C?done=1");
        assertThat(sent(
                        keeper,
                        "hall",
                        Map.of("code", "PG-T", "name", "镇便民服务中心（演示）", "level", "TOWNSHIP", "parent", "PG-C")))
                .isEqualTo(PAGES + "/halls/PG-T?done=1");
        assertThat(sent(
                        keeper,
                        "window",
                        Map.of(
                                "code",
                                "PG-W",
                                "name",
                                "综合窗口（演示）",
                                "hall",
                                "PG-T",
                                "ownerUnit",
                                "GY-KJJ-CGK",
                                "feed",
                                "true",
                                "showsCard",
                                "true")))
                .isEqualTo(PAGES + "/spots/PG-W?done=1");
        assertThat(page(keeper, "/halls/PG-T")).contains("综合窗口（演示）", "成果科", "缺人员", "办件独立确认", "县大厅（演示）");
        sent(keeper, "staff", Map.of("code", "PG-S", "name", "李某（演示）", "duty", "受理", "sendingUnit", "GY-KJJ-ZGK"));
        sent(keeper, "turn", Map.of("code", "PG-W", "staff", "PG-S"));
        sent(keeper, "device", Map.of("code", "PG-D", "kind", "KIOSK", "place", "PG-W", "status", "IN_USE"));

        assertThat(page(keeper, "/halls/PG-T"))
                .contains("李某（演示）", "1 台故障或多日未在线")
                .doesNotContain("缺人员");
        assertThat(page(keeper, "/spots/PG-W")).contains("李某（演示）", "资管科", "PG-D", "从未", "多日未在线");
        assertThat(page(keeper, "/halls/PG-C")).contains("镇便民服务中心（演示）");
        assertThat(page(keeper, "?under=PG-C")).contains("PG-T");
        assertThat(page(keeper, "/findings")).contains("设备多日未在线", "PG-D");
        assertThat(page(keeper, "")).contains("处需要处理", "PG-C").doesNotContain("PG-T");
    }

    @Test
    void aPointInNoHallAndAMatterAreShown() {
        String keeper = "unit_admin@GY-KJJ";
        sent(
                keeper,
                "point",
                Map.of("code", "PG-P", "kind", "SECTION_DOOR", "name", "成果科门牌", "ownerUnit", "GY-KJJ-CGK"));
        sent(
                keeper,
                "matter",
                Map.of(
                        "code",
                        "PG-M",
                        "name",
                        "某事项",
                        "handling",
                        "PROMISED",
                        "statutoryDays",
                        "22",
                        "promisedDays",
                        "5",
                        "ownerUnit",
                        "GY-KJJ-CGK"));

        assertThat(page(keeper, "/outside")).contains("成果科门牌", "科室门牌");
        assertThat(page(keeper, "/spots/PG-P")).contains("不在大厅内的评价点", "成果科");
        assertThat(page(keeper, "/matters")).contains("某事项", "承诺件", ">22<", ">5<");
    }

    @Test
    void aFormBeginsWithWhatIsRegisteredAndComesBackWithItsFaults() {
        assertThat(page("operations@GY", "/forms/window?code=W1"))
                .contains("value=\"科技成果窗口\"", "value=\"GY-KJJ-CGK\"", "value=\"true\" selected");

        Response back = send(
                "unit_admin@GY-KJJ",
                "matter",
                Map.of(
                        "code",
                        "PG-N",
                        "name",
                        "即办的",
                        "handling",
                        "IMMEDIATE",
                        "promisedDays",
                        "22",
                        "ownerUnit",
                        "GY-KJJ-CGK"));

        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.asString())
                .contains("role=\"alert\"", "即办件当场办结", "value=\"即办的\"", "aria-describedby=\"promisedDays-fault\"");
        assertThat(send("operations@GY", "hall", Map.of("code", "坏", "name", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("operations@GY", "hall", Map.of("code", "PG-X", "name", ""))
                        .asString())
                .contains("请填写大厅名称");
        assertThat(send("operations@GY", "point", Map.of("code", "PG-X", "name", "x", "ownerUnit", "GY-KJJ"))
                        .asString())
                .contains("请从列出的选项中选择");
        assertThat(send("operations@GY", "turn", Map.of("code", "W1", "from", "soon"))
                        .asString())
                .contains("请填写日期");
        assertThat(send("operations@GY", "matter", Map.of("code", "PG-X", "name", "x", "promisedDays", "2.5"))
                        .asString())
                .contains("请填写整数");
        assertThat(send(
                                "unit_admin@GY-KJJ-ZGK",
                                "staff",
                                Map.of("code", "PG-Y", "name", "某", "duty", "某", "sendingUnit", "GY-KJJ-CGK"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(keeper("operations@GY").get(PAGES + "/forms/nothing").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPhotoIsSentWithAForm() throws IOException {
        sent(
                "operations@GY",
                "staff",
                Map.of("code", "PG-F", "name", "张某（演示）", "duty", "受理", "sendingUnit", "GY-KJJ-CGK"));
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB), "png", picture);

        int status = keeper("operations@GY")
                .header("Sec-Fetch-Site", "same-origin")
                .multiPart("photo", "p.png", picture.toByteArray(), "image/png")
                .post(PAGES + "/staff/PG-F/photo")
                .statusCode();

        assertThat(status).isEqualTo(303);
        assertThat(page("operations@GY", "/staff")).contains("张某（演示）", "src=\"data:image/jpeg;base64,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/outside", "/findings", "/matters", "/staff", "/halls/H1", "/spots/W1", "/forms/hall"})
    void othersDoNotSeeIt(String path) {
        for (String post : new String[] {"clerk@GY-KJJ-CGK", "section@GY-KJJ-CGK", "coordinator@GY-KJJ"}) {
            assertThat(keeper(post).get(PAGES + path).statusCode()).isEqualTo(403);
        }
        Response read = keeper("oversight@GY").get(PAGES + path);
        if (path.startsWith("/forms")) {
            assertThat(read.statusCode()).isEqualTo(403);
        } else {
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.asString()).as("who only reads is offered no form").doesNotContain(PAGES + "/forms/");
        }
    }

    @Test
    void listsArePagedAndUnknownOnesSaySo() {
        for (int n = 0; n < 52; n++) {
            as("operations@GY")
                    .body(Map.of("name", "很多大厅", "unit", "GY-KJJ"))
                    .put("/api/v1/halls/PG-Z%02d".formatted(n))
                    .then()
                    .statusCode(200);
        }

        String first = page("operations@GY", "");

        String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
        assertThat(next).startsWith(PAGES + "?after=");
        assertThat(keeper("operations@GY").get(next).asString()).contains("PG-Z51");
        assertThat(keeper("operations@GY").get(PAGES + "/halls/PG-404").statusCode())
                .isEqualTo(404);
        assertThat(keeper("operations@GY").get(PAGES + "/spots/PG-404").statusCode())
                .isEqualTo(404);
        assertThat(keeper("operations@GY").get(PAGES + "?after=***").statusCode())
                .isEqualTo(400);
    }

    private String page(String post, String path) {
        Response page = keeper(post).get(PAGES + path);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.asString();
    }

    private String sent(String post, String form, Map<String, String> values) {
        Response answer = send(post, form, values);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private Response send(String post, String form, Map<String, String> values) {
        return keeper(post)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(values)
                .post(PAGES + "/forms/" + form);
    }

    private RequestSpecification keeper(String post) {
        Map<String, String> session = RealParts.oidc().signIn(home, "k-" + post.hashCode(), "登记员（演示）", post);
        return given().cookies(session).redirects().follow(false);
    }
}
