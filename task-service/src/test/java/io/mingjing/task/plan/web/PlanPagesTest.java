package io.mingjing.task.plan.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.Guangyuan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan on its pages: the document as it reads, and the coordinator's button. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class PlanPagesTest {

    @TestHTTPResource("/task/plans")
    URI pages;

    @BeforeEach
    void units() {
        Guangyuan.units();
    }

    @Test
    void theCoordinatorPublishesOnThePage() {
        String id = Guangyuan.imported(Guangyuan.plan());
        Map<String, String> coordinator = session("coordinator@GY-KJJ");
        assertThat(page(coordinator, id))
                .contains("广委办〔2022〕27号")
                .contains("局主要领导亲自抓")
                .contains("各科室、直属事业单位")
                .contains("发布方案");

        given().cookies(coordinator)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(ContentType.URLENC)
                .redirects()
                .follow(false)
                .post("/task/plans/" + id + "/publication")
                .then()
                .statusCode(303);

        assertThat(page(coordinator, id)).contains("已发布").doesNotContain("发布方案");
        assertThat(page(session("section@GY-KJJ-ZGK"), id)).contains("已交办");
        assertThat(given().cookies(session("section@GY-KJJ-ZGK"))
                        .get("/task/plans")
                        .body()
                        .asString())
                .contains(id);
    }

    private static String page(Map<String, String> session, String id) {
        return given().cookies(session)
                .get("/task/plans/" + id)
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString();
    }

    private Map<String, String> session(String post) {
        return RealParts.oidc().signIn(pages, post, post + "（测试）", post);
    }
}
