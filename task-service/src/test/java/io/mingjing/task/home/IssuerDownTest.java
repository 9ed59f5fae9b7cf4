package io.mingjing.task.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.mingjing.local.RealPartsResource;
import io.mingjing.local.oidc.IdentityProvider;
import io.mingjing.local.oidc.Oidc;
import io.mingjing.local.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the issuer is away, staff are told so; raters, health and sessions that began before go on. */
@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
@WithTestResource(IssuerDownTest.DeadIssuer.class)
class IssuerDownTest {

    /** An issuer where nobody listens yet. */
    public static class DeadIssuer implements QuarkusTestResourceLifecycleManager {

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "mingjing.oidc.issuer",
                    IdentityProvider.issuer(Ports.free()).toString());
        }

        @Override
        public void stop() {}
    }

    @TestHTTPResource("/task")
    URI home;

    @ConfigProperty(name = "mingjing.oidc.issuer")
    URI issuer;

    @ConfigProperty(name = "quarkus.oidc.credentials.secret")
    String secret;

    @TempDir
    Path directory;

    @Test
    void staffHearThatSignInIsAwayAndAllGoesOnWhenItIsBack() {
        unavailable(page(Map.of()));
        unavailable(api("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzMSJ9.c2lnbmF0dXJl"));
        given().get("/q/health/live").then().statusCode(200);
        given().contentType("application/x-www-form-urlencoded")
                .body("name=x")
                .post("/api/v1/probe/form")
                .then()
                .statusCode(200);

        Oidc oidc = new Oidc(issuer, "mingjing", secret);
        Map<String, String> session;
        String token;
        try (IdentityProvider back = IdentityProvider.start(directory, issuer.getPort(), List.of())) {
            assertThat(back).isNotNull();
            session = oidc.signIn(home, "s1", "张三（演示）", "coordinator@GY-KJJ");
            token = oidc.token("s1", "张三（演示）", "coordinator@GY-KJJ");
            assertThat(page(session).statusCode()).isEqualTo(200);
            assertThat(api(token).statusCode()).isEqualTo(200);
        }

        assertThat(page(session).statusCode()).isEqualTo(200);
        assertThat(api(token).statusCode()).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> unavailable(page(Map.of())));
    }

    private static void unavailable(Response answer) {
        answer.then().statusCode(503).header("Retry-After", "5").body(containsString("稍后再试"));
    }

    private static Response page(Map<String, String> session) {
        return given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .cookies(session)
                .get("/task");
    }

    private static Response api(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/probe/who");
    }
}
