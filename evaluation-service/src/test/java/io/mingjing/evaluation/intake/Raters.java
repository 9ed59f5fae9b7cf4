package io.mingjing.evaluation.intake;

import static io.mingjing.evaluation.City.as;
import static io.restassured.RestAssured.given;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.City;
import io.mingjing.evaluation.intake.application.ReceiptCodes;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** What tests of the intake need beside the city: more places, posted codes, forms, and a look into a box. */
@ApplicationScoped
public class Raters {

    private final AgroalDataSource database;
    private final Seals seals;
    private final ReceiptCodes receipts;

    Raters(AgroalDataSource database, Seals seals, ReceiptCodes receipts) {
        this.database = database;
        this.seals = seals;
        this.receipts = receipts;
    }

    /** A window of a test's own, so that no other test's ratings are counted there. */
    public String window(String code, boolean feed, boolean showsCard) {
        put(
                "windows/" + code,
                Map.of(
                        "name",
                        "窗口 " + code,
                        "hall",
                        "H1",
                        "ownerUnit",
                        "GY-KJJ-CGK",
                        "feed",
                        feed,
                        "showsCard",
                        showsCard));
        return code;
    }

    public static void put(String path, Map<String, Object> body) {
        as("operations@GY").body(body).put("/api/v1/" + path).then().statusCode(200);
    }

    /** Registers a place code; its id and text. */
    public JsonPath post(String kind, String place) {
        return as("operations@GY")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("kind", kind, "place", place))
                .post("/api/v1/posted-codes")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public String placeCode(String kind, String place) {
        return City.codeOf(post(kind, place).getString("url"));
    }

    /** A finished visit at a window, through the queue system; its code. */
    public String visitAt(String window, String number, LocalDate day, String... matters) {
        return City.codeOf(City.queueSystem()
                .body(List.of(Map.of(
                        "number",
                        number,
                        "window",
                        window,
                        "matters",
                        List.of(matters),
                        "day",
                        day.toString(),
                        "finished",
                        true)))
                .post("/api/v1/visits")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].url"));
    }

    public static Response json(Map<String, Object> rating) {
        return given().contentType(ContentType.JSON).body(rating).post("/r");
    }

    public static Map<String, Object> with(Map<String, Object> rating, Object... more) {
        Map<String, Object> all = new HashMap<>(rating);
        for (int field = 0; field < more.length; field += 2) {
            all.put((String) more[field], more[field + 1]);
        }
        return all;
    }

    /** Sends a form as a browser would, with its cookie if it has one. */
    public static Response form(String cookie, Map<String, ?> fields) {
        var request = given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        if (cookie != null) {
            request.cookie("mj_page", cookie);
        }
        return request.formParams(fields).post("/r");
    }

    /** The hidden fields of the first form that rates. */
    public static Map<String, String> hidden(Response page) {
        String form = first(page.asString(), "(?s)<form class=\"rate\".*?</form>", 0);
        Map<String, String> fields = new HashMap<>();
        Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">")
                .matcher(form)
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    /** The receipt that an answer shows. */
    public static String receipt(Response answer) {
        return first(answer.asString(), "id=\"receipt\">([^<]+)<", 1);
    }

    /** What lies in the pending box that has this receipt. */
    public RatingRecord opened(String receipt) {
        byte[] hash = receipts.hash(receipts.read(receipt).orElseThrow());
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select exp_day, h, box from intake where box is not null")) {
            while (rows.next()) {
                if (seals.open(rows.getObject(1, LocalDate.class), rows.getBytes(2), rows.getBytes(3))
                                instanceof Opened.Readable(RatingRecord rating)
                        && Arrays.equals(rating.receiptHash(), hash)) {
                    return rating;
                }
            }
            throw new AssertionError("no box has this receipt");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public long rows() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from intake")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String first(String text, String pattern, int group) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(group))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is like " + pattern + " in\n" + text));
    }
}
