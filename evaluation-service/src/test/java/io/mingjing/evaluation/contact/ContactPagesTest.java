package io.mingjing.evaluation.contact;

import static io.mingjing.evaluation.contact.ContactWorld.DAY;
import static io.mingjing.evaluation.contact.ContactWorld.MORNING;
import static io.mingjing.evaluation.contact.ContactWorld.UNIT;
import static io.mingjing.evaluation.contact.ContactWorld.leave;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console hands out letters and takes outcomes; what letters say is never in what the service sends. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ContactPagesTest {

    private static final String OFFICE = "city_office@GY-YSB";

    private final ContactWorld contacts;
    private final MixingWorld world;
    private final SuperUser database;

    @TestHTTPResource("/evaluation/contacts")
    URI page;

    ContactPagesTest(ContactWorld contacts, MixingWorld world, SuperUser database) {
        this.contacts = contacts;
        this.world = world;
        this.database = database;
    }

    @BeforeEach
    void begin() {
        contacts.begin();
        String window = world.windowDrawn(false, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY);
        leave(world.receipt(window, DAY, 2, "M-1"), "13800138002", "王先生").then().statusCode(200);
        contacts.look(MORNING, "09:00");
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void theConsoleListsLettersWithoutTheirContent() {
        String shown = signedIn(OFFICE)
                .get("/evaluation/contacts")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .extract()
                .asString();

        assertThat(OfficeDesk.ids()).hasSize(2).allSatisfy(id -> assertThat(shown)
                .contains("data-contact=\"" + id));
        assertThat(shown)
                .contains("公钥指纹", "尚未确认过", "/contact/contacts.js")
                .doesNotContain("13800138002", "王先生", "id=\"alarm\"", "style=");
        given().get("/contact/contacts.js").then().statusCode(200).body(containsString("X25519"));
        signedIn(OFFICE)
                .get("/evaluation/contacts/names")
                .then()
                .statusCode(200)
                .body("levels.'1'", equalTo("非常不满意"))
                .body("reasons", hasKey("108"));
    }

    @Test
    void anOutcomeIsRecordedFromThePageAndALetterDeleted() {
        String id = OfficeDesk.ids().stream()
                .filter(one -> OfficeDesk.open(one).getFirst().equals("C"))
                .findFirst()
                .orElseThrow();

        posting(OFFICE)
                .formParam("repeat", "page-1")
                .formParam("outcome", "NOT_REACHED")
                .formParam("words", "占线")
                .post("/evaluation/contacts/" + id + "/calls")
                .then()
                .statusCode(303);
        posting(OFFICE)
                .post("/evaluation/contacts/" + id + "/unwrapping")
                .then()
                .statusCode(200)
                .body("words", org.hamcrest.Matchers.hasSize(1));
        assertThat(database.rows("select number, outcome from contact_call"))
                .containsExactly(List.of("1", "NOT_REACHED"));
        posting(OFFICE)
                .formParam("outcome", "")
                .post("/evaluation/contacts/" + id + "/calls")
                .then()
                .statusCode(422);

        posting(OFFICE).post("/evaluation/contacts/" + id + "/deletion").then().statusCode(303);
        assertThat(OfficeDesk.ids()).hasSize(1).doesNotContain(id);
    }

    @Test
    void nobodyElseGetsThePageAndNoForeignSitePosts() {
        String id = OfficeDesk.ids().getFirst();
        for (String post : List.of("section@GY-KJJ-CGK", "city_office@GY-KJJ", "oversight@GY")) {
            signedIn(post).get("/evaluation/contacts").then().statusCode(403);
            posting(post)
                    .post("/evaluation/contacts/" + id + "/unwrapping")
                    .then()
                    .statusCode(403);
        }
        signedIn(OFFICE)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/evaluation/contacts/" + id + "/unwrapping")
                .then()
                .statusCode(403);
    }

    private RequestSpecification signedIn(String post) {
        return given().cookies(RealParts.oidc().signIn(page, "p-" + post.hashCode(), "办公室甲（演示）", post))
                .redirects()
                .follow(false);
    }

    private RequestSpecification posting(String post) {
        return signedIn(post)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
