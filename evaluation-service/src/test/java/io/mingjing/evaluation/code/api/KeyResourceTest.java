package io.mingjing.evaluation.code.api;

import static io.mingjing.evaluation.City.MATTER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.application.OtherReplica;
import io.mingjing.evaluation.code.application.VisitCodes;
import io.mingjing.evaluation.code.application.VisitCodes.Reading;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys are shown without being shown, replaced by one person and revoked by two. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class KeyResourceTest {

    private static final String KEYS = "/api/v1/keys";
    private static final Map<String, String> WHY = Map.of("reason", "密钥疑似泄露");

    private final City city;
    private final VisitCodes codes;
    private final AuditTrail trail;
    private final EvaluationConfig config;
    private final KeyStore store;
    private final BusinessClock clock;

    KeyResourceTest(
            City city,
            VisitCodes codes,
            AuditTrail trail,
            EvaluationConfig config,
            KeyStore store,
            BusinessClock clock) {
        this.city = city;
        this.codes = codes;
        this.trail = trail;
        this.config = config;
        this.store = store;
        this.clock = clock;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void theListNamesEveryKeyAndShowsNone() {
        String body = operator("one").get(KEYS).then().statusCode(200).extract().asString();
        JsonPath keys = JsonPath.from(body);

        assertThat(keys.getList("purposes.purpose", String.class))
                .contains("code", "posted", "ticket", "self-test", "page", "receipt", "leaf", "draw")
                .hasSameSizeAs(KeyPurpose.values());
        assertThat(keys.getList("purposes.keys.flatten().state", String.class)).contains("ACTIVE");
        assertThat(keys.getList("keks.findAll { it.active }")).hasSize(1);
        assertThat(body).doesNotContainPattern("[A-Za-z0-9+/_-]{40,}");
    }

    @Test
    void rotationMakesANewKeyOnceAndWhatIsOutStaysGood() {
        String before = city.visit("K-" + UUID.randomUUID(), MATTER);
        String key = UUID.randomUUID().toString();
        int first = rotated(key, "code");

        assertThat(rotated(key, "code")).as("the same request again").isEqualTo(first);
        assertThat(codes.read(before)).isInstanceOf(Reading.Good.class);
        operator("one")
                .get(KEYS + "/code")
                .then()
                .body("keys.find { it.kid == " + first + " }.state", equalTo("ACTIVE"))
                .body("keys.findAll { it.state == 'ACTIVE' }", hasSize(1));
        operator("one").post(KEYS + "/code/rotation").then().statusCode(400);
        assertThat(trail.read("key:code", 0, 200))
                .anySatisfy(entry -> assertThat(entry.act().action()).isEqualTo("KEY_ROTATED"));
    }

    @Test
    void theKeyOfReceiptsIsNotReplacedAndItIsSaidWhy() {
        operator("one")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(KEYS + "/receipt/rotation")
                .then()
                .statusCode(422)
                .body("detail", equalTo("回执密钥不轮换：已收到的内容长期凭它查找，换了就再也找不到"));
        for (String purpose : List.of("receipt", "page", "leaf", "draw", "self-test", "contact")) {
            operator("one")
                    .body(WHY)
                    .post(KEYS + "/" + purpose + "/1/revocation")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void oneProposesAndAnotherRevokesForEveryReplica() {
        String visit = "K-" + UUID.randomUUID();
        String code = city.visit(visit, MATTER);
        OtherReplica other = new OtherReplica(config, store, clock);
        assertThat(other.codes().read(code)).isInstanceOf(Reading.Good.class);
        String path = KEYS + "/code/" + activeOf("code") + "/revocation";

        operator("one").body(WHY).post(path).then().statusCode(202).body("state", equalTo("PROPOSED"));
        operator("one").body(WHY).post(path).then().statusCode(202).body("until", notNullValue());
        assertThat(codes.read(code)).as("proposed by one only").isInstanceOf(Reading.Good.class);

        operator("two").body(WHY).post(path).then().statusCode(200).body("state", equalTo("REVOKED"));

        assertThat(codes.read(code)).as("at once here").isInstanceOf(Reading.NotOurs.class);
        given().get("/r/" + code).then().statusCode(404);
        assertThat(other.codes().read(code)).as("elsewhere, not yet").isInstanceOf(Reading.Good.class);
        other.refresh();
        assertThat(other.codes().read(code)).as("elsewhere, seconds later").isInstanceOf(Reading.NotOurs.class);
        String anew = city.visit(visit, MATTER);
        assertThat(anew).as("the visit gets a code of the new key").isNotEqualTo(code);
        assertThat(codes.read(anew)).isInstanceOf(Reading.Good.class);
        assertThat(other.codes().read(anew)).isInstanceOf(Reading.Good.class);
        operator("one").body(WHY).post(path).then().statusCode(200);
    }

    @Test
    void aProposalCanBeTakenBackAndThenNeedsTwoAgain() {
        String path = KEYS + "/ticket/" + activeOf("ticket") + "/revocation";
        operator("one").body(WHY).post(path).then().statusCode(202);
        operator("two").delete(path).then().statusCode(204);

        operator("two").body(WHY).post(path).then().statusCode(202);
        operator("two").delete(path).then().statusCode(204);
        operator("two").delete(path).then().statusCode(204);
    }

    @Test
    void keysAreForTheCitysOperationsOnly() {
        City.as("oversight@GY").get(KEYS).then().statusCode(200);
        for (String post : List.of("operations@GY-KJJ", "oversight@GY-KJJ", "city_office@GY-YSB", "unit_admin@GY")) {
            City.as(post).get(KEYS).then().statusCode(403);
        }
        for (String post : List.of("oversight@GY", "operations@GY-KJJ")) {
            City.as(post)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .post(KEYS + "/code/rotation")
                    .then()
                    .statusCode(403);
            City.as(post).body(WHY).post(KEYS + "/code/1/revocation").then().statusCode(403);
            City.as(post).delete(KEYS + "/code/1/revocation").then().statusCode(403);
            City.as(post).post(KEYS + "/kek/rewrap").then().statusCode(403);
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        operator("one").get(KEYS + "/nothing").then().statusCode(404);
        operator("one").body(WHY).post(KEYS + "/code/250/revocation").then().statusCode(404);
        operator("one")
                .body(Map.of("reason", " "))
                .post(KEYS + "/code/1/revocation")
                .then()
                .statusCode(400);
        operator("one").body(WHY).post(KEYS + "/code/x/revocation").then().statusCode(400);
    }

    private static int rotated(String key, String purpose) {
        return operator("one")
                .header("Idempotency-Key", key)
                .post(KEYS + "/" + purpose + "/rotation")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("keys.find { it.state == 'ACTIVE' }.kid");
    }

    private static int activeOf(String purpose) {
        return operator("one").get(KEYS + "/" + purpose).jsonPath().getInt("keys.find { it.state == 'ACTIVE' }.kid");
    }

    private static RequestSpecification operator(String who) {
        String token = RealParts.oidc().token("operator-" + who, "运维" + who, "operations@GY");
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
