package io.mingjing.task.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.Guangyuan;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in where, with what, and what the others are told. */
@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class AccessTest {

    @TestHTTPResource("/task")
    URI home;

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "a.b.c"})
    void withoutAGoodTokenTheApiAnswers401(String token) {
        RequestSpecification request = token.isEmpty() ? given() : given().header("Authorization", "Bearer " + token);

        request.get("/api/v1/probe/who")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mingjing:problem:common:unauthenticated"));
    }

    @Test
    void aMethodWithoutARuleIsClosedToEverybody() {
        given().get("/api/v1/probe/forgotten").then().statusCode(401);
        bearer("coordinator@GY-KJJ").get("/api/v1/probe/forgotten").then().statusCode(403);
    }

    @Test
    void anotherRoleIsRefused() {
        bearer("clerk@GY-KJJ-CGK")
                .get("/api/v1/probe/1b4e28ba-2fa1-41d2-883f-0016d3cca427")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        bearer().get("/api/v1/probe/who").then().statusCode(403);
        bearer("emperor@GY").get("/api/v1/probe/who").then().statusCode(403);
    }

    @Test
    void theActorIsWhoTheTokenSays() {
        bearer("clerk@GY-KJJ-CGK")
                .get("/api/v1/probe/who")
                .then()
                .statusCode(200)
                .body("", equalTo(java.util.List.of("s1", "张三（演示）", "[clerk@GY-KJJ-CGK]")));
    }

    @Test
    void aSessionOpensPagesAndNothingElse() {
        Map<String, String> session = session();

        given().cookies(session)
                .get("/task")
                .then()
                .statusCode(200)
                .body(containsString("张三（演示）"))
                .body(containsString("/task/tasks"))
                .body(not(containsString("/evaluation/pending")))
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        for (String address : new String[] {"/api/v1/probe/who", "/api;a=b/v1/probe/who", "//api/v1/probe/who"}) {
            given().urlEncodingEnabled(false)
                    .redirects()
                    .follow(false)
                    .cookies(session)
                    .get(address)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void aTokenOpensNoPage() {
        bearer("coordinator@GY-KJJ")
                .redirects()
                .follow(false)
                .get("/task")
                .then()
                .statusCode(401)
                .contentType("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "a.b.c.d.e"})
    void withoutASessionThatCanBeReadABrowserIsSentToSignIn(String cookie) {
        toSignIn(page().get("/task?unit=GY"));
        toSignIn(page().cookie("q_session_pages", cookie).get("/task"));
    }

    @Test
    void whatIsNoNavigationGets401InsteadOfARedirect() {
        page().header("HX-Request", "true")
                .get("/task")
                .then()
                .statusCode(401)
                .header("HX-Refresh", "true")
                .body(not(containsString("<html")));
        page().header("Sec-Fetch-Site", "same-origin")
                .cookie("q_session_pages", "old")
                .post("/task/probe")
                .then()
                .statusCode(401);
    }

    @Test
    void aBrokenOffSignInIsExplainedAndDoesNotGoInCircles() {
        page().cookie("q_auth_pages_y", "y|abc")
                .get("/task/signed-in?code=x&state=y")
                .then()
                .statusCode(401)
                .body(containsString("登录没有完成"));
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheIssuer() {
        page().cookies(session())
                .get("/task/sign-out")
                .then()
                .statusCode(302)
                .cookie("q_session_pages", "")
                .header("Location", containsString("post_logout_redirect_uri"));
        page().get("/task/sign-out").then().statusCode(303).header("Location", containsString("/look/signed-out"));
        page().get("/look/signed-out").then().statusCode(200).body(containsString("您已退出"));
    }

    @ParameterizedTest
    @CsvSource({
        ",,403",
        ",http://evil.example,403",
        ",null,403",
        "cross-site,http://evil.example,403",
        "same-site,http://127.0.0.1:9,403",
        "none,,403",
        "same-origin,,200",
        "same-site,http://127.0.0.1:8083,200",
        ",http://127.0.0.1:8081,200"
    })
    void aFormIsTakenOnlyFromOurPages(String site, String origin, int status) {
        RequestSpecification request = page().cookies(session()).contentType("application/x-www-form-urlencoded");
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin);
        }

        request.post("/task/probe").then().statusCode(status);
    }

    @Test
    void theLanguageIsSwitchedAndRemembered() {
        Map<String, String> session = session();

        Response switched = page().cookies(session).get("/task?lang=en");

        switched.then().body(containsString("<html lang=\"en\">")).body(containsString("Sign out"));
        assertThat(switched.getCookie("lang")).isEqualTo("en");
        page().cookies(session).cookie("lang", "en").get("/task").then().body(containsString("Sign out"));
        page().cookies(session).get("/task").then().body(containsString("<html lang=\"zh-CN\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/openapi", "/look/mingjing.css", "/look/htmx.js"})
    void whatOperationsAndPagesNeedIsOpen(String address) {
        given().get(address).then().statusCode(200).header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void onlyTheCitysOperationsReadTheCounters() {
        Guangyuan.units();
        given().get("/q/metrics").then().statusCode(401);
        given().auth()
                .oauth2(RealParts.oidc().token("c1", "李四（演示）", "clerk@GY-KJJ-CGK"))
                .get("/q/metrics")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(RealParts.oidc().token("o2", "赵六（演示）", "operations@GY-KJJ"))
                .get("/q/metrics")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(RealParts.oidc().token("o1", "王五（演示）", "operations@GY"))
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("jvm_"));
    }

    private Map<String, String> session() {
        return RealParts.oidc().signIn(home, "s1", "张三（演示）", "coordinator@GY-KJJ");
    }

    private static void toSignIn(Response answer) {
        String issuer = ConfigProvider.getConfig().getValue("mingjing.oidc.issuer", String.class);
        answer.then()
                .statusCode(302)
                .header("Location", startsWith(issuer))
                .header("Location", containsString("code_challenge_method=S256"));
    }

    private static RequestSpecification page() {
        return given().redirects().follow(false).header("Accept", "text/html");
    }

    private static RequestSpecification bearer(String... posts) {
        return given().header("Authorization", "Bearer " + RealParts.oidc().token("s1", "张三（演示）", posts));
    }
}
