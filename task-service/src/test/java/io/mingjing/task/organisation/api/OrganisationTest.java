package io.mingjing.task.organisation.api;

import static io.mingjing.task.Guangyuan.as;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingjing.kernel.event.Topics;
import io.mingjing.kernel.http.UnitTree;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.Guangyuan;
import io.mingjing.task.TaskTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units and posts as operations put them. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class OrganisationTest {

    private static final String POST = "/api/v1/posts/section_head@GY-KJJ-RSK";

    private final UnitTree tree;

    OrganisationTest(UnitTree tree) {
        this.tree = tree;
    }

    @BeforeEach
    void units() {
        Guangyuan.units();
    }

    @Test
    void aPostReachesItsUnitAndAllBelow() {
        assertThat(tree.covers("GY", "GY-KJJ-ZGK")).isTrue();
        assertThat(tree.covers("GY-KJJ", "GY-KJJ-ZGK")).isTrue();
        assertThat(tree.covers("GY-KJJ-ZGK", "GY-KJJ-ZGK")).isTrue();
        assertThat(tree.covers("GY-KJJ-ZGK", "GY-KJJ")).isFalse();
        assertThat(tree.covers("GY-CZJ", "GY-KJJ-ZGK")).isFalse();
        assertThat(tree.covers("GY", "NOBODY")).isFalse();
        assertThat(tree.nameOf("GY-KJJ-ZGK")).isEqualTo("资管科");
    }

    @Test
    void recordingTheSameAgainAnnouncesNothing() {
        put("/api/v1/units/GY-NEW", "{\"name\": \"新局（演示）\", \"kind\": \"BUREAU\", \"parent\": \"GY\"}")
                .statusCode(201);
        put("/api/v1/units/GY-NEW", "{\"name\": \"新局（演示）\", \"kind\": \"BUREAU\", \"parent\": \"GY\"}")
                .statusCode(200);
        put("/api/v1/units/GY-NEW", "{\"name\": \"新局改名（演示）\", \"kind\": \"BUREAU\", \"parent\": \"GY\"}")
                .statusCode(200)
                .body("name", equalTo("新局改名（演示）"));

        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(TaskTopic.about(Topics.ORGANISATION, "unit:GY-NEW"))
                        .extracting(TaskTopic.Said::type)
                        .containsExactly("UnitRecorded", "UnitRecorded"));
    }

    @ParameterizedTest(name = "{0} {1} → {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gy-x    | {'name': 'x', 'kind': 'BUREAU', 'parent': 'GY'}         | 422 | code",
                "GY-X    | {'name': 'x', 'kind': 'BUREAU', 'parent': 'NOBODY'}     | 422 | parent",
                "GY-X    | {'name': 'x', 'kind': 'BUREAU'}                         | 422 | parent",
                "GY-X    | {'name': 'x', 'kind': 'SECTION', 'parent': 'GY'}        | 422 | parent",
                "GY-X    | {'name': 'x', 'kind': 'CITY', 'parent': 'GY'}           | 422 | parent",
                "GY-X    | {'name': '广元市科学技术局', 'kind': 'BUREAU', 'parent': 'GY'} | 422 | name",
                "GY-KJJ  | {'name': 'x', 'kind': 'SECTION', 'parent': 'GY'}        | 422 | kind",
                "GY-X    | {'kind': 'BUREAU', 'parent': 'GY'}                      | 400 | name",
                "GY-X    | {'name': 'x', 'kind': 'BUREAU', 'parent': 'GY', 'region': 'abc'} | 400 | region"
            })
    void aWrongUnitIsRefusedByField(String code, String body, int status, String field) {
        put("/api/v1/units/" + code, body.replace('\'', '"'))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("violations.field", org.hamcrest.Matchers.hasItem(field));
    }

    @Test
    void aChangeOfPostKeepsItsHistory() {
        put(POST, "{\"holder\": {\"subject\": \"s1\", \"name\": \"甲（演示）\"}, \"from\": \"2026-01-05\"}")
                .statusCode(204);
        put(POST, "{\"holder\": {\"subject\": \"s1\", \"name\": \"甲（演示）\", \"email\": \"a@example.cn\"}}")
                .statusCode(204);
        put(POST, "{\"holder\": {\"subject\": \"s2\", \"name\": \"乙（演示）\"}, \"from\": \"2026-02-01\"}")
                .statusCode(204);
        put(POST, "{\"holder\": {\"subject\": \"s3\", \"name\": \"丙（演示）\"}, \"from\": \"2026-01-20\"}")
                .statusCode(422)
                .body("violations[0].detail", containsString("2026-02-02"));
        put(POST, "{\"holder\": null, \"from\": \"2026-03-01\"}").statusCode(204);

        as("operations@GY")
                .get(POST + "/history")
                .then()
                .statusCode(200)
                .body("subject", contains("s2", "s1"))
                .body("from", contains("2026-02-01", "2026-01-05"))
                .body("until", contains("2026-02-28", "2026-01-31"))
                .body("email[1]", equalTo("a@example.cn"));
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(TaskTopic.about(Topics.ORGANISATION, "post:section_head@GY-KJJ-RSK"))
                        .hasSize(4));
    }

    @Test
    void postsAreWrittenInOneWay() {
        put("/api/v1/posts/boss@GY-KJJ", "{\"holder\": null}").statusCode(422);
        put("/api/v1/posts/section@NOBODY", "{\"holder\": null}")
                .statusCode(422)
                .body("violations[0].field", equalTo("postId"));
        as("coordinator@GY-KJJ").body("{\"holder\": null}").put(POST).then().statusCode(403);
    }

    @Test
    void aPostRecordsUnitsAndPostsOnlyWhereItReaches() {
        String unit = "/api/v1/units/GY-CZJ-XK";
        String post = "/api/v1/posts/section_head@GY-CZJ-YWK";
        String section = "{\"name\": \"新科（演示）\", \"kind\": \"SECTION\", \"parent\": \"GY-CZJ\"}";

        as("integration@GY-KJJ").body(section).put(unit).then().statusCode(403);
        as("integration@GY-CZJ").body(section).put(unit).then().statusCode(201);
        as("integration@GY-CZJ")
                .body(section.replace("GY-CZJ", "GY-KJJ"))
                .put(unit)
                .then()
                .statusCode(403);
        as("operations@GY-KJJ").body("{\"holder\": null}").put(post).then().statusCode(403);
        as("operations@GY-CZJ").body("{\"holder\": null}").put(post).then().statusCode(204);
        put("/api/v1/units/XX", "{\"name\": \"别市\", \"kind\": \"CITY\"}").statusCode(403);
    }

    private static ValidatableResponse put(String path, String body) {
        return as("operations@GY").body(body).put(path).then();
    }
}
