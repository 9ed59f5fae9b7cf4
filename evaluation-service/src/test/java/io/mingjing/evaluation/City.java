package io.mingjing.evaluation;

import static io.restassured.RestAssured.given;

import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Unit;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.local.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A small city for tests: units as the topic would tell them, a hall, windows, matters, and visits through the API. */
@ApplicationScoped
public class City {

    public static final String WINDOW = "W1";
    public static final String WINDOW_WITHOUT_FEED = "W2";
    public static final String MATTER = "M1";
    public static final String OTHER_MATTER = "M2";

    /** They hold for a working day. */
    private static final Map<List<String>, String> TOKENS = new ConcurrentHashMap<>();

    private final Units units;
    private final BusinessClock clock;

    City(Units units, BusinessClock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Founds the city; doing it again changes nothing. */
    public void found() {
        QuarkusTransaction.requiringNew().run(() -> {
            unit("GY", "广元市", "CITY", null);
            unit("GY-YSB", "市营商办（演示）", "CITY_OFFICE", "GY");
            unit("GY-KJJ", "广元市科学技术局", "BUREAU", "GY");
            unit("GY-KJJ-CGK", "成果科", "SECTION", "GY-KJJ");
            unit("GY-KJJ-ZGK", "资管科", "SECTION", "GY-KJJ");
        });
        put("halls/H1", Map.of("name", "政务服务中心（演示）"));
        put("windows/W1", Map.of("name", "科技成果窗口", "hall", "H1", "ownerUnit", "GY-KJJ-CGK", "feed", true));
        put("windows/W2", Map.of("name", "科技咨询窗口", "hall", "H1", "ownerUnit", "GY-KJJ-ZGK", "feed", false));
        put("matters/M1", Map.of("name", "科技成果登记"));
        put("matters/M2", Map.of("name", "技术合同认定登记"));
    }

    /** Reports finished visits of today at the window with the feed; answers their codes in the same order. */
    public List<String> visits(List<String> numbers, String... matters) {
        List<Map<String, Object>> reports =
                numbers.stream().map(number -> report(number, matters)).toList();
        List<String> urls = queueSystem()
                .body(reports)
                .post("/api/v1/visits")
                .then()
                .statusCode(200)
                .extract()
                .path("items.url");
        return urls.stream().map(City::codeOf).toList();
    }

    public String visit(String number, String... matters) {
        return visits(List.of(number), matters).getFirst();
    }

    public Map<String, Object> report(String number, String... matters) {
        return Map.of(
                "number",
                number,
                "window",
                WINDOW,
                "matters",
                List.of(matters),
                "day",
                clock.today().toString(),
                "finished",
                true);
    }

    public static String codeOf(String url) {
        return url.substring(url.indexOf("/r/") + 3);
    }

    public static RequestSpecification queueSystem() {
        return as("integration@GY");
    }

    public static RequestSpecification as(String... posts) {
        String token = TOKENS.computeIfAbsent(List.of(posts), held -> RealParts.oidc()
                .token("s-" + String.join("-", posts).hashCode(), "某某（演示）", posts));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A rating as a program sends it. */
    public static Map<String, Object> rating(String code, String matter, int level, String nonce) {
        return Map.of("code", code, "matter", matter, "level", level, "nonce", nonce);
    }

    /** Nonces as programs make them. */
    public static Stream<String> nonces(String name) {
        return Stream.iterate(1, number -> number + 1).map(number -> "nonce-%s-%020d".formatted(name, number));
    }

    private void unit(String code, String name, String kind, String parent) {
        units.record(new Unit(code, name, kind, parent, true), 1);
    }

    private static void put(String path, Map<String, Object> body) {
        as("operations@GY").body(body).put("/api/v1/" + path).then().statusCode(200);
    }
}
