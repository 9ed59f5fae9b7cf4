package io.mingjing.evaluation.contact;

import static io.mingjing.evaluation.contact.ContactWorld.DAY;
import static io.mingjing.evaluation.contact.ContactWorld.MORNING;
import static io.mingjing.evaluation.contact.ContactWorld.UNIT;
import static io.mingjing.evaluation.contact.ContactWorld.leave;
import static io.mingjing.evaluation.contact.OfficeDesk.office;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.contact.application.ContactTidying;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The city office calls back, on time, and lets go of what it no longer needs; everything it does is recorded. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ContactConsoleTest {

    private final ContactWorld contacts;
    private final MixingWorld world;
    private final SuperUser database;
    private final ContactTidying tidying;

    ContactConsoleTest(ContactWorld contacts, MixingWorld world, SuperUser database, ContactTidying tidying) {
        this.contacts = contacts;
        this.world = world;
        this.database = database;
        this.tidying = tidying;
    }

    @BeforeEach
    void begin() {
        contacts.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void eachLetterHandedOutIsRecordedWithItsReader() {
        String id = contactsOfTheMorning(1).getFirst();
        OfficeDesk.open(id);
        OfficeDesk.open(id);

        assertThat(database.rows("select aggregate, name, post, from_value, to_value, why from audit"
                        + " where action = 'CONTACT_UNWRAPPED' and aggregate = 'contact:" + id + "'"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row)
                        .containsExactly("contact:" + id, "某某（演示）", "city_office@GY-YSB", null, null, null));
    }

    @Test
    void aCallEndsTheCaseAndIsCountedWithoutANameAndItsWordsAreSealed() {
        List<String> ids = contactsOfTheMorning(2);
        String id = ids.getFirst();

        Response made = call(id, "k-1", "REACHED", true, "对增设引导岗表示满意");
        made.then().statusCode(201);
        call(id, "k-1", "REACHED", true, "对增设引导岗表示满意")
                .then()
                .statusCode(201)
                .header("Location", equalTo(made.header("Location")));
        call(id, "k-1", "REFUSED", null, "").then().statusCode(422);
        call(id, "k-2", "REACHED", true, "").then().statusCode(409).body("state", equalTo("REACHED"));
        call(ids.getLast(), "k-3", "REACHED", false, "").then().statusCode(201);

        assertThat(OfficeDesk.words(id)).containsExactly("对增设引导岗表示满意");
        assertThat(database.rows("select outcome, satisfied, octet_length(words) > 2560 from contact_call order by 2"))
                .containsExactly(java.util.Arrays.asList("REACHED", "f", null), List.of("REACHED", "t", "t"));
        office().get("/api/v1/contacts/standing")
                .then()
                .body("figures.ended", equalTo(2))
                .body("figures.reached", equalTo(2))
                .body("figures.asked", equalTo(2))
                .body("figures.satisfied", equalTo(1))
                .body("refused", nullValue());
        assertThat(database.column("select to_value from audit where action = 'CONTACT_CALLED'"))
                .containsExactly("REACHED", "REACHED");
    }

    @Test
    void whatIsOverdueIsListed() {
        String id = contactsOfTheMorning(1).getFirst();
        late().body("items", hasSize(0));

        contacts.at(MORNING.plusDays(3), "18:00");
        late().body("items", hasSize(0));
        call(id, "k-1", "NOT_REACHED", null, "").then().statusCode(201);
        contacts.at(MORNING.plusDays(4), "18:00");
        late().body("items", hasSize(0));
        contacts.at(MORNING.plusDays(5), "00:00");

        late().body("items.id", equalTo(List.of(id))).body("items.calls", equalTo(List.of(1)));
        office().get("/api/v1/contacts/standing").then().body("figures.late", equalTo(1));
    }

    @Test
    void aDeletedContactIsGoneAndItsOutcomeStaysCounted() {
        List<String> ids = contactsOfTheMorning(2);
        call(ids.getFirst(), "k-1", "REACHED", true, "备注").then().statusCode(201);

        ids.forEach(id -> office().delete("/api/v1/contacts/" + id).then().statusCode(204));

        assertThat(database.number("select count(*) from contact_box")).isZero();
        assertThat(database.number("select count(words) from contact_call")).isZero();
        office().delete("/api/v1/contacts/" + ids.getFirst()).then().statusCode(404);
        office().post("/api/v1/contacts/" + ids.getFirst() + "/unwrapping")
                .then()
                .statusCode(404);
        office().get("/api/v1/contacts").then().body("items", hasSize(0));
        office().get("/api/v1/contacts/standing")
                .then()
                .body("figures.open", equalTo(0))
                .body("figures.satisfied", equalTo(1));
        assertThat(database.number("select count(*) from audit where action = 'CONTACT_DELETED'"))
                .isEqualTo(2);
    }

    @Test
    void whatIsOldGoesByItself() {
        List<String> ids = contactsOfTheMorning(2);
        call(ids.getFirst(), "k-1", "REACHED", true, "备注").then().statusCode(201);
        contacts.at(MORNING.plusDays(15), "10:00");
        assertThat(tidying.run()).isZero();

        contacts.at(MORNING.plusDays(16), "10:00");
        assertThat(tidying.run()).as("fifteen days after the call").isEqualTo(1);
        assertThat(database.column("select id from contact_box")).containsExactly(ids.getLast());
        contacts.at(MORNING.plusDays(3 + 91), "10:00");
        assertThat(tidying.run()).as("ninety days after it was due").isEqualTo(1);

        assertThat(database.column("select distinct state from contact_case order by 1"))
                .containsExactly("NOT_REACHED", "REACHED");
        assertThat(database.number("select count(*) from contact_wait")).isEqualTo(2);
        contacts.at(MORNING.plusMonths(4), "10:00");
        tidying.run();
        assertThat(database.number("select count(*) from contact_wait")).isZero();
    }

    @Test
    void wrongInputIsNamedAndChangesNothing() {
        String id = contactsOfTheMorning(1).getFirst();

        call(id, "k-1", null, null, "").then().statusCode(422).body("violations.field", hasItem("outcome"));
        call(id, "k-1", "REFUSED", true, "").then().statusCode(422).body("violations.field", hasItem("satisfied"));
        call(id, "k-1", "REACHED", true, "长".repeat(501))
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("words"));
        call(id, "k-1", "MAYBE", null, "").then().statusCode(400);
        call(id, null, "REACHED", null, "").then().statusCode(400);
        call(UUID.randomUUID().toString(), "k-1", "REACHED", null, "").then().statusCode(404);
        office().post("/api/v1/contacts/nonsense/unwrapping").then().statusCode(400);
        office().queryParam("limit", 0).get("/api/v1/contacts").then().statusCode(400);
        office().queryParam("after", "nonsense").get("/api/v1/contacts").then().statusCode(400);

        assertThat(database.number("select count(*) from contact_call")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk@GY-KJJ-CGK",
                "section_head@GY-KJJ-CGK",
                "coordinator@GY-KJJ",
                "principal_leader@GY-KJJ",
                "unit_admin@GY-KJJ",
                "discipline@GY",
                "oversight@GY",
                "city_office@GY-KJJ",
                "city_office@NOWHERE",
                "operations@GY",
                "integration@GY"
            })
    void nobodyElseSeesAnything(String post) {
        String id = contactsOfTheMorning(1).getFirst();
        RequestSpecification other = City.as(post);
        String path = "/api/v1/contacts";
        long before = database.number("select count(*) from audit");

        other.get(path).then().statusCode(403);
        other.get(path + "/standing").then().statusCode(403);
        other.post(path + "/" + id + "/unwrapping").then().statusCode(403);
        other.body(Map.of("word", "x")).post(path + "/" + id + "/canary").then().statusCode(403);
        City.as(post)
                .header("Idempotency-Key", "k")
                .body(Map.of("outcome", "REACHED"))
                .post(path + "/" + id + "/calls")
                .then()
                .statusCode(403);
        other.delete(path + "/" + id).then().statusCode(403);

        assertThat(database.number("select count(*) from audit")).isEqualTo(before);
    }

    /** Ids of real contacts; the canary of the morning is confirmed and gone. */
    private List<String> contactsOfTheMorning(int count) {
        String window = world.windowDrawn(false, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY);
        for (int n = 1; n <= count; n++) {
            leave(world.receipt(window, DAY, n, "M-1"), "1380013800" + n, "王先生")
                    .then()
                    .statusCode(200);
        }
        contacts.look(MORNING, "09:00");
        for (String id : OfficeDesk.ids()) {
            List<String> lines = OfficeDesk.open(id);
            if (lines.getFirst().equals("K")) {
                office().body(Map.of("word", lines.get(1)))
                        .post("/api/v1/contacts/" + id + "/canary")
                        .then()
                        .statusCode(200);
            }
        }
        return OfficeDesk.ids();
    }

    private static Response call(String id, String key, String outcome, Boolean satisfied, String words) {
        Map<String, Object> call = new HashMap<>();
        call.put("outcome", outcome);
        call.put("satisfied", satisfied);
        call.put("words", words);
        RequestSpecification request = office().body(call);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/api/v1/contacts/" + id + "/calls");
    }

    private static io.restassured.response.ValidatableResponse late() {
        return office().queryParam("late", true).get("/api/v1/contacts").then().statusCode(200);
    }
}
