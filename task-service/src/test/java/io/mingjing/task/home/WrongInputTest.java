package io.mingjing.task.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request is said as problem+json with the field, and never with a 5xx. */
@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class WrongInputTest {

    private static final String ID = "/api/v1/probe/1b4e28ba-2fa1-41d2-883f-0016d3cca427";

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"title":"a","count":1,"more":2}                    | more            | known fields
                    {"title":"a","count":"1"}                           | count           | number
                    {"title":"a","count":1.5}                           | count           | number
                    {"title":"a"}                                       | count           | number
                    {"title":5,"count":1}                               | title           | string
                    {"title":["a"],"count":1}                           | title           | string
                    {"title":" ","count":1}                             | title           | ~~
                    {"title":"a","count":10}                            | count           | 9
                    {"title":"a","count":1,"day":"2026-02-30"}          | day             | 2026-03-19
                    {"title":"a","count":1,"lines":{}}                  | lines           | array
                    {"title":"a","count":1,"lines":[{"name":""}]}       | lines[0].name   | give the name
                    {"title":"a","count":1,"lines":[{"name":"x","colour":"GREEN"}]} | lines[0].colour | BLUE, RED
                    {"title":"a","count":1,"lines":[{"name":"x","colour":0}]}       | lines[0].colour | BLUE, RED
                    {"title":"a\\u0000b","count":1}                     | title           | U+0000
                    {"title":"a\\u202eb","count":1}                     | title           | U+202E
                    {"title":"a","count":1,"note":"a\\u0007b"}          | note            | U+0007
                    """)
    void aWrongFieldIsNamed(String body, String field, String words) {
        refused(json().body(body).post("/api/v1/probe").then(), 400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].detail", containsString(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"title\":",
                "not json",
                "\"text\"",
                "5",
                "{\"title\":\"a\",\"title\":\"b\",\"count\":1}",
                "{\"title\":\"a\",\"count\":1} {}"
            })
    void aBodyThatIsNoObjectIsRefused(String body) {
        refused(json().body(body).post("/api/v1/probe").then(), 400);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String nested = "{\"lines\":" + "[".repeat(100_000);

        assertThat(raw("Content-Length: " + nested.length(), nested).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=abc,limit",
        "limit=-1,limit",
        "limit=99999999999,limit",
        "day=19.3.2026,day",
        "colour=green,colour",
        "unit=a%00b,unit",
        "unit=%E2%80%AEa,unit"
    })
    void aWrongParameterIsNamed(String query, String field) {
        refused(signedIn().get(ID + "?" + query).then(), 400).body("violations[0].field", equalTo(field));
    }

    @Test
    void anEmptyParameterIsNone() {
        signedIn().get(ID + "?limit=&day=&colour=").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"name=a%00b,name", "note=a%00b&name=x,note", "name=a%E2%80%AEb,name"})
    void aWrongFormFieldIsNamed(String form, String field) {
        refused(form(form), 400).body("violations[0].field", equalTo(field));
    }

    @Test
    void freeTextOfAFormLosesWhatTurnsItsDirection() {
        form("name=a%0D%0Ab&note=x%E2%80%AEy")
                .statusCode(200)
                .body("[0]", equalTo("a\nb"))
                .body("[1]", equalTo("xy"));
    }

    @Test
    void aFormThatCannotBeDecodedIsRefused() {
        refused(form("name=%zz"), 400);
    }

    @Test
    void whatTheOperationCannotTakeOrGiveIsRefused() {
        refused(signedIn().delete("/api/v1/probe").then(), 405);
        refused(
                signedIn()
                        .contentType("text/csv")
                        .body("a,b")
                        .post("/api/v1/probe")
                        .then(),
                415);
        refused(signedIn().accept("text/xml").get(ID).then(), 406);
        refused(signedIn().get("/api/v1/nothing").then(), 404);
    }

    @Test
    void twoMegabytesAreRefusedHoweverTheyAreSent() {
        String text = "{\"title\":\"" + "a".repeat(2_000_000) + "\"}";
        String chunk = Integer.toHexString(text.length()) + "\r\n" + text + "\r\n0\r\n\r\n";

        assertThat(raw("Content-Length: " + text.length(), text).status()).isEqualTo(413);
        assertThat(raw("Transfer-Encoding: chunked", chunk).status()).isEqualTo(413);
        refused(form("name=" + "a".repeat(70_000)), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/%zz", "/api/v1/probe?unit=%zz", "/api/v1/probe?unit=%ff", "/api/%C3%28", "/%", "/q/%zz"
            })
    void anAddressThatCannotBeDecodedIsRefused(String address) {
        RawHttp.Answer answer = new RawHttp(service).get(address);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.head()).contains("application/problem+json").contains("X-Content-Type-Options: nosniff");
        assertThat(answer.body()).contains("网址的编码有误");
    }

    @Test
    void onAPageTheRefusalIsAPage() {
        for (String address : new String[] {"/task/%zz", "/r/%zz", "/task?x=%zz"}) {
            RawHttp.Answer answer = new RawHttp(service).get(address);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.head()).contains("text/html");
            assertThat(answer.body()).contains("网址的编码有误").doesNotContain("urn:mingjing");
        }
    }

    @Test
    void anAddressWithoutEndIsRefused() {
        assertThat(new RawHttp(service).get("/api/v1/" + "a".repeat(5_000)).status())
                .isEqualTo(414);
    }

    @Test
    void aFailureOfOursSaysANumberAndNothingElse() {
        given().get("/api/v1/probe/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("incident", notNullValue())
                .body("detail", not(containsString("secret")))
                .body("$", not(containsString("secret")));
    }

    @Test
    void theLanguageOfTheAnswerIsTheOneAskedFor() {
        signedIn().get("/api/v1/nothing").then().body("title", equalTo("没有找到")).header("Content-Language", "zh-CN");
        signedIn()
                .header("Accept-Language", "en-GB,zh;q=0.5")
                .get("/api/v1/nothing")
                .then()
                .body("title", equalTo("Not found"))
                .header("Content-Language", "en");
    }

    private RawHttp.Answer raw(String length, String body) {
        return new RawHttp(service)
                .send("POST /api/v1/probe HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + token() + "\r\nContent-Type: application/json\r\n" + length
                        + "\r\n\r\n" + body);
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", containsString("urn:mingjing:problem:"))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("status", equalTo(status));
    }

    private static RequestSpecification json() {
        return signedIn().header("Accept-Language", "en").contentType("application/json");
    }

    private static ValidatableResponse form(String form) {
        return given().urlEncodingEnabled(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body(form)
                .post("/api/v1/probe/form")
                .then();
    }

    private static RequestSpecification signedIn() {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + token());
    }

    private static String token() {
        return RealParts.oidc().token("s1", "张三（演示）", "coordinator@GY-KJJ");
    }
}
