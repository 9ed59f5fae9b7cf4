package io.mingjing.evaluation.intake.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What programs are told of the way to rate. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class RatingDocumentTest {

    @Test
    void theDocumentNamesEveryFieldOfARating() {
        JsonPath document =
                given().accept("application/json").get("/q/openapi?format=json").jsonPath();
        Map<String, Map<String, Object>> fields = document.getMap("components.schemas.RatingRequest.properties");

        assertThat(fields.keySet())
                .containsExactlyInAnyOrder(
                        "code",
                        "ticket",
                        "matter",
                        "level",
                        "reasons",
                        "note",
                        "raterType",
                        "coerced",
                        "verbatim",
                        "contested",
                        "nonce");
        assertThat(fields.values()).allMatch(field -> field.containsKey("description"));
        assertThat(document.getMap("paths.'/r'.post.requestBody.content").keySet())
                .containsExactly("application/json");
        assertThat(document.getString("paths.'/r/{code}'.get.summary")).contains("What a code opens");
    }
}
