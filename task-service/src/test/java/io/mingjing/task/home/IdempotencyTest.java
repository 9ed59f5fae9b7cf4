package io.mingjing.task.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A POST that creates may be repeated: the same content is created once, and other content is refused. */
@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class IdempotencyTest {

    @Test
    void aRepeatAnswersWhatTheFirstCallCreated() {
        String token = token("s1");

        Response first = once(token, "k1", "{\"name\":\"a\",\"colour\":null}");
        Response again = once(token, "k1", "{ \"name\" : \"a\" }");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void otherContentUnderTheSameKeyIsRefused() {
        String token = token("s1");
        once(token, "k2", "{\"name\":\"a\"}");

        assertThat(once(token, "k2", "{\"name\":\"b\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void keysOfDifferentPeopleAreDifferentKeys() {
        Response first = once(token("s1"), "k3", "{\"name\":\"a\"}");
        Response other = once(token("s2"), "k3", "{\"name\":\"b\"}");

        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void callsAtTheSameTimeCreateOnce() {
        String token = token("s1");

        List<CompletableFuture<Response>> calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> once(token, "k4", "{\"name\":\"a\"}")))
                .toList();
        List<Response> answers = calls.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.header("Location")).collect(Collectors.toSet()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void aKeyIsRequiredAndNotEndless(int length) {
        assertThat(once(token("s1"), "k".repeat(length), "{\"name\":\"a\"}").statusCode())
                .isEqualTo(400);
    }

    private static Response once(String token, String key, String body) {
        return given().header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/probe/once");
    }

    private static String token(String subject) {
        return RealParts.oidc().token(subject, "张三（演示）", "coordinator@GY-KJJ");
    }
}
