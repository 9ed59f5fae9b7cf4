package io.mingjing.task;

import static io.restassured.RestAssured.given;

import io.mingjing.local.RealParts;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The bureau of the real plan with its units, its people and the plan itself, over HTTP as anybody would use them. */
public final class Guangyuan {

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Guangyuan() {}

    /** Records the units of the bureau; recording them again changes nothing. */
    public static void units() {
        unit("GY", "广元市", "CITY", null);
        unit("GY-YSB", "市营商办（演示）", "CITY_OFFICE", "GY");
        unit("GY-KJJ", "广元市科学技术局", "BUREAU", "GY");
        unit("GY-KJJ-ZGK", "资管科", "SECTION", "GY-KJJ");
        unit("GY-KJJ-CGK", "成果科", "SECTION", "GY-KJJ");
        unit("GY-KJJ-BGS", "办公室", "SECTION", "GY-KJJ");
        unit("GY-KJJ-GXK", "高新科", "SECTION", "GY-KJJ");
        unit("GY-KJJ-RSK", "人事科", "SECTION", "GY-KJJ");
        unit("GY-KJJ-KSK", "科社科", "SECTION", "GY-KJJ");
        unit("GY-KJJ-SY1", "直属事业单位（演示）", "INSTITUTION", "GY-KJJ");
        unit("GY-CZJ", "另一个局（演示）", "BUREAU", "GY");
        unit("GY-CZJ-YWK", "业务科（演示）", "SECTION", "GY-CZJ");
    }

    private static void unit(String code, String name, String kind, String parent) {
        String above = parent == null ? "null" : '"' + parent + '"';
        as("operations@GY")
                .body("""
                        {"name": "%s", "kind": "%s", "parent": %s}""".formatted(name, kind, above))
                .put("/api/v1/units/" + code)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }

    /** A request of somebody who holds one post; the post is his subject. */
    public static RequestSpecification as(String post) {
        return as(post, post);
    }

    /** A request of a person with one post. */
    public static RequestSpecification as(String subject, String post) {
        String token = TOKENS.computeIfAbsent(
                subject + " " + post, key -> RealParts.oidc().token(subject, subject + "（测试）", post));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** The real plan as JSON. */
    public static String plan() {
        return resource("/plans/guangyuan-2023-round3.json");
    }

    public static String resource(String path) {
        try (InputStream file = Objects.requireNonNull(Guangyuan.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports a plan as the coordinator and answers its id. */
    public static String imported(String plan) {
        return as("coordinator@GY-KJJ")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(plan)
                .post("/api/v1/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Imports and publishes a plan, and answers the ids of its tasks in the plan's order. */
    public static java.util.List<String> published(String plan) {
        return as("coordinator@GY-KJJ")
                .post("/api/v1/plans/" + imported(plan) + "/publication")
                .then()
                .statusCode(200)
                .extract()
                .path("tasks.id");
    }
}
