package io.mingjing.notification.delivery.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mingjing.local.RealParts;
import io.mingjing.notification.Bureau;
import io.mingjing.notification.OnRealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticeResourceTest extends OnRealParts {

    @Test
    void theRecipientAndOversightSeeTheWordsOperationsOnlyTheDelivery() {
        Bureau bureau = Bureau.founded(wire);
        String id = oneNotice(bureau);

        as(bureau.subject("section_head"), "section_head@" + bureau.section())
                .get("/api/v1/notices/" + id)
                .then()
                .statusCode(200)
                .body("words.template", equalTo("overdue"))
                .body("words.version", equalTo(1))
                .body(
                        "ledgers.find { it.channel == 'EMAIL' }.lines.kind",
                        hasItems("CREATED", "QUEUED", "SENDING", "SENT"));
        as("auditor", "oversight@" + bureau.code())
                .get("/api/v1/notices")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].subject", containsString("逾期催办"))
                .body("items[0].deliveries.channel", hasItems("INBOX", "EMAIL"));
        as("operator", "operations@" + bureau.code())
                .get("/api/v1/notices/" + id)
                .then()
                .statusCode(200)
                .body("words", nullValue())
                .body("notice.subject", nullValue())
                .body("notice.recipient", equalTo(bureau.subject("section_head")));
    }

    @Test
    void othersSeeNothing() {
        Bureau bureau = Bureau.founded(wire);
        String id = oneNotice(bureau);

        as("colleague", "section@" + bureau.section())
                .get("/api/v1/notices/" + id)
                .then()
                .statusCode(404);
        as("colleague", "coordinator@" + bureau.code())
                .get("/api/v1/notices")
                .then()
                .body("items", hasSize(0));
        as("elsewhere", "oversight@ELSEWHERE")
                .get("/api/v1/notices/" + id)
                .then()
                .statusCode(404);
        given().get("/api/v1/notices").then().statusCode(401);
    }

    @Test
    void deadLettersAreFoundByTheirStateAndRedrivenByRange() {
        Bureau bureau = Bureau.founded(wire);
        bureau.hold("section_head", bureau.section(), bureau.subject("section_head"), null);
        wire.send(bureau.overdue());
        await().untilAsserted(() ->
                assertThat(states(bureau.subject("section_head"), "EMAIL")).containsExactly("FAILED"));
        bureau.appoint("section_head", bureau.section());
        awaitCount(1, "select count(*) from post where email = ?", bureau.address("section_head"));
        operator(bureau)
                .get("/api/v1/notices?state=FAILED")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        operator(bureau)
                .get("/api/v1/notices?state=SENT")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));

        redrive(bureau, "2026-03-20T00:00:00Z", "2026-03-21T00:00:00Z")
                .then()
                .statusCode(200)
                .body("queued", equalTo(1));
        redrive(bureau, "2026-03-20T00:00:00Z", "2026-03-21T00:00:00Z")
                .then()
                .statusCode(200)
                .body("queued", equalTo(0));

        mailsTo(bureau.address("section_head"), 1);
    }

    @Test
    void wrongInputIsRefusedInClearWords() {
        Bureau bureau = Bureau.founded(wire);
        operator(bureau).get("/api/v1/notices?state=GONE").then().statusCode(400);
        operator(bureau).get("/api/v1/notices?after=zzz").then().statusCode(400);
        operator(bureau).get("/api/v1/notices/not-an-id").then().statusCode(400);
        operator(bureau)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/notices/redrives")
                .then()
                .statusCode(400);
        operator(bureau)
                .contentType(ContentType.JSON)
                .body("null")
                .post("/api/v1/notices/redrives")
                .then()
                .statusCode(400);
        operator(bureau)
                .contentType(ContentType.JSON)
                .body("""
                        {"from":"2026-03-21T00:00:00Z","to":"2026-03-20T00:00:00Z"}""")
                .post("/api/v1/notices/redrives")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        as("section", "section@GY")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/notices/redrives")
                .then()
                .statusCode(403);
    }

    private io.restassured.response.Response redrive(Bureau bureau, String from, String to) {
        return operator(bureau)
                .contentType(ContentType.JSON)
                .body("{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}")
                .post("/api/v1/notices/redrives");
    }

    private String oneNotice(Bureau bureau) {
        wire.send(bureau.overdue());
        mailsTo(bureau.address("section_head"), 1);
        await().untilAsserted(() ->
                assertThat(states(bureau.subject("section_head"), "EMAIL")).containsExactly("SENT"));
        return column("select id from notice where recipient = ?", bureau.subject("section_head"))
                .getFirst();
    }

    private static RequestSpecification operator(Bureau bureau) {
        return as("operator", "operations@" + bureau.code());
    }

    private static RequestSpecification as(String subject, String... posts) {
        return given().auth().oauth2(RealParts.oidc().token(subject, "演示", posts));
    }
}
