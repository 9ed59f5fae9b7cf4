package io.mingjing.notification.recipient.persistence;

import static io.restassured.RestAssured.given;

import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Who may read metrics is asked before there is a request to speak of. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "notification"))
class MetricsAccessTest {

    @Test
    void operationsOfAUnitThatNobodyKnowsIsRefused() {
        String token = RealParts.oidc().token("s-metrics", "某某（演示）", "operations@NO-SUCH-CITY");

        given().auth().oauth2(token).get("/q/metrics").then().statusCode(403);
    }
}
