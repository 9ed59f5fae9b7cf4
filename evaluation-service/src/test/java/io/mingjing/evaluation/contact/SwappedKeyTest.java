package io.mingjing.evaluation.contact;

import static io.mingjing.evaluation.contact.ContactWorld.DAY;
import static io.mingjing.evaluation.contact.ContactWorld.MORNING;
import static io.mingjing.evaluation.contact.ContactWorld.UNIT;
import static io.mingjing.evaluation.contact.ContactWorld.leave;
import static io.mingjing.evaluation.contact.OfficeDesk.office;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.contact.application.OfficeKeys;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that the pinned root did not sign takes no contact, whenever it appears; ratings land all the same. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class SwappedKeyTest {

    private final ContactWorld contacts;
    private final MixingWorld world;
    private final SuperUser database;
    private final OfficeKeys keys;
    private final City city;
    private final Path file = RealParts.officeKeys().signedKey();
    private String signed = "";
    private String receipt = "";

    @TempDir
    Path others;

    SwappedKeyTest(ContactWorld contacts, MixingWorld world, SuperUser database, OfficeKeys keys, City city) {
        this.contacts = contacts;
        this.world = world;
        this.database = database;
        this.keys = keys;
        this.city = city;
    }

    @BeforeEach
    void begin() throws IOException {
        signed = Files.readString(file);
        contacts.begin();
        String window = world.windowDrawn(false, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY);
        receipt = world.receipt(window, DAY, 1, "M-1");
    }

    @AfterEach
    void end() throws IOException {
        Files.writeString(file, signed);
        database.execute("delete from office_key where key_id <> 'demo-1'");
        keys.refresh();
        world.end();
    }

    @Test
    void aSwappedKeyIsRefusedAndRatingsAreNotAffected() throws IOException {
        leave(receipt, "13800138000", "王先生").then().statusCode(200);
        assertThat(receiptPage()).contains("公钥指纹").contains("id=\"fingerprint\"");

        Files.writeString(
                file,
                Files.readString(io.mingjing.local.OfficeKeys.in(others.resolve("mallory"))
                        .signedKey()));
        keys.refresh();

        leave(receipt, "13800138000", "王先生").then().statusCode(503);
        assertThat(receiptPage()).contains("现在不能留下联系方式").doesNotContain("name=\"phone\"");
        office().get("/api/v1/contacts/standing")
                .then()
                .body("fingerprint", equalTo(null))
                .body("refused", containsString("not signed by the pinned root"));
        city.found();
        given().contentType(ContentType.JSON)
                .body(City.rating(city.visit("while-swapped", City.MATTER), City.MATTER, 1, "nonce-while-swapped-0001"))
                .post("/r")
                .then()
                .statusCode(201);

        contacts.look(MORNING, "09:00");
        assertThat(database.column("select proof from contact_morning"))
                .as("no canary")
                .containsNull();
        Files.writeString(file, signed);
        assertThat(OfficeDesk.letters()).as("what was sealed before arrives").hasSize(1);
        keys.refresh();
        assertThat(receiptPage()).contains("公钥指纹");
    }

    @Test
    void aKeyThatWasGivenUpDoesNotComeBack() {
        database.execute("insert into office_key values ('later', decode(repeat('ab', 32), 'hex'), '2026-01-01')");

        keys.refresh();

        assertThat(keys.standing()).isEqualTo(new OfficeKeys.Standing.Refused("a later key of the office was in use"));
        leave(receipt, "13800138000", "王先生").then().statusCode(503);
    }

    @Test
    void aKeyOfTheSameNameAndAnotherContentIsRefused() {
        database.execute("update office_key set public_key = decode(repeat('ab', 32), 'hex') where key_id = 'demo-1'");
        try {
            keys.refresh();

            assertThat(keys.current()).isEmpty();
        } finally {
            database.execute("delete from office_key");
        }
    }

    @Test
    void whatIsTakenIntoUseIsRecordedOnce() {
        database.execute("delete from office_key", "truncate audit, audit_head");

        keys.refresh();
        keys.refresh();

        assertThat(database.rows("select to_value, why from audit where action = 'CONTACT_KEY_TAKEN'"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsExactly("demo-1", keys.current().orElseThrow().fingerprint()));
    }

    private String receiptPage() {
        return given().contentType(ContentType.URLENC)
                .formParams(Map.of("receipt", receipt))
                .post("/r/receipt")
                .asString();
    }
}
