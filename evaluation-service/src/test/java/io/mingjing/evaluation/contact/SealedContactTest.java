package io.mingjing.evaluation.contact;

import static io.mingjing.evaluation.contact.ContactWorld.DAY;
import static io.mingjing.evaluation.contact.ContactWorld.MORNING;
import static io.mingjing.evaluation.contact.ContactWorld.UNIT;
import static io.mingjing.evaluation.contact.ContactWorld.leave;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contact goes sealed from the rater to the city office, with its case inside, whatever the rating said. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class SealedContactTest {

    private final ContactWorld contacts;
    private final MixingWorld world;
    private final SuperUser database;

    SealedContactTest(ContactWorld contacts, MixingWorld world, SuperUser database) {
        this.contacts = contacts;
        this.world = world;
        this.database = database;
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
    void theOfficeReadsWhomToCallAndWhyForPendingAndMixedRatingsOfEveryLevel() {
        String window = world.windowDrawn(true, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY); // 5, 1, 4, 3, 2, 5
        world.slot(DAY);
        String pending = world.windowDrawn(false, DAY, UNIT);
        world.sixOfTwelve(pending, UNIT, DAY);
        String number = database.column("select number from leaf").getFirst();

        for (int n = 1; n <= 6; n++) {
            leave(world.receipt(window, DAY, n, "M-1"), "1380013800" + n, "王先生")
                    .then()
                    .statusCode(200);
            leave(world.receipt(pending, DAY, n, "M-1"), "1390013900" + n, "李女士")
                    .then()
                    .statusCode(200);
        }
        assertThat(database.column("select distinct octet_length(box) from contact_wait"))
                .hasSize(1);
        contacts.look(MORNING, "09:00");

        List<String> reasons = List.of("517", "108", "413", "314", "214", "517");
        List<String> levels = List.of("5", "1", "4", "3", "2", "5");
        List<List<String>> letters = OfficeDesk.letters();
        assertThat(letters).hasSize(12);
        for (int n = 1; n <= 6; n++) {
            String day = DAY.toString();
            assertThat(letters)
                    .contains(
                            List.of(
                                    "C",
                                    window,
                                    day,
                                    levels.get(n - 1),
                                    reasons.get(n - 1),
                                    number,
                                    "1380013800" + n,
                                    "王先生"),
                            List.of(
                                    "C",
                                    pending,
                                    day,
                                    levels.get(n - 1),
                                    reasons.get(n - 1),
                                    "",
                                    "1390013900" + n,
                                    "李女士"));
        }
        assertThat(database.column("select distinct octet_length(box) from contact_box"))
                .hasSize(1);
    }

    @Test
    void untilTheHandOverAContactIsReplacedAndTakenBackAndAfterwardsNot() {
        String window = world.windowDrawn(false, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY);
        String first = world.receipt(window, DAY, 1, "M-1");
        String second = world.receipt(window, DAY, 2, "M-1");
        leave(first, "13800138001", "王先生");
        leave(first, "13800138002", "王先生").then().statusCode(200).body("outcome", equalTo("SEALED"));
        leave(second, "13800138003", "李女士");
        given().contentType(ContentType.JSON)
                .body(Map.of("receipt", second))
                .post("/r/receipt/contact/withdrawal")
                .then()
                .statusCode(200);

        contacts.look(MORNING, "09:00");

        assertThat(OfficeDesk.letters()).singleElement().satisfies(lines -> assertThat(lines)
                .contains("13800138002"));
        leave(first, "13800138004", "王先生").then().statusCode(409).body("outcome", equalTo("HANDED_OVER"));
        leave(second, "13800138005", "李女士").then().statusCode(200);
        contacts.look(MORNING.plusDays(3), "09:00");
        assertThat(OfficeDesk.letters()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "110, 王先生, true, phone",
        "'', 王先生, true, phone",
        "13800138000, '', true, address",
        "13800138000, 一二三四五六七八九十一二三四五六七八九十长, true, address",
        "13800138000, 王先生, false, consent",
        "13800138000, 王先生, , consent",
    })
    void wrongInputIsNamedAndNothingIsKept(String phone, String address, Boolean consent, String field) {
        String window = world.windowDrawn(false, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY);

        leave(world.receipt(window, DAY, 1, "M-1"), phone, address, consent)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem(field));

        assertThat(database.number("select count(*) from contact_wait")).isZero();
    }

    @Test
    void nonsenseIsRefusedClearly() {
        leave("0000000000000", "13800138000", "王先生").then().statusCode(404);
        leave("", "13800138000", "王先生").then().statusCode(404);
        String window = world.windowDrawn(false, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY);
        String receipt = world.receipt(window, DAY, 1, "M-1");
        for (String unseen : List.of("王\n先生", "王\u202e先生", "王\u0000先生", "\u200b")) {
            assertThat(leave(receipt, "13800138000", unseen).statusCode()).isIn(400, 422);
        }
        for (String body : List.of("{", "[]", "{\"consent\":\"maybe\"}", "{\"phone\":{}}", "null")) {
            assertThat(given().contentType(ContentType.JSON)
                            .body(body)
                            .post("/r/receipt/contact")
                            .statusCode())
                    .as(body)
                    .isIn(400, 422);
        }
        given().get("/r/receipt/contact").then().statusCode(405);
        assertThat(database.number("select count(*) from contact_wait")).isZero();
    }

    @Test
    void aFormWithoutScriptsWorksToo() {
        String window = world.windowDrawn(false, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY);
        String receipt = world.receipt(window, DAY, 1, "M-1");

        String answer = given().contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(Map.of(
                        "receipt",
                        receipt,
                        "phone",
                        "１３８ 0013 8000",
                        "address",
                        "王先生",
                        "consent",
                        "yes",
                        "act",
                        "leave"))
                .post("/r/receipt/contact")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        assertThat(answer).contains("联系方式已封存").doesNotContain(receipt, "8000", "王先生");
        contacts.look(MORNING, "09:00");
        assertThat(OfficeDesk.letters()).singleElement().satisfies(lines -> assertThat(lines)
                .endsWith("13800138000", "王先生"));
    }

    @Test
    void aFormWithFaultsIsAnsweredWithAllOfThem() {
        String answer = given().contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(Map.of("receipt", "0000000000000", "phone", "110", "address", ""))
                .post("/r/receipt/contact")
                .then()
                .statusCode(422)
                .extract()
                .asString();

        assertThat(answer).contains("请填写手机号码", "请填写称呼", "须单独勾选同意", "role=\"alert\"");
    }

    @Test
    void theAnswerIsTheSameForEveryLevel() {
        String window = world.windowDrawn(false, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY);

        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(n -> leave(world.receipt(window, DAY, n, "M-1"), "13800138000", "王先生")
                                .asString())
                        .distinct())
                .hasSize(1);
    }
}
