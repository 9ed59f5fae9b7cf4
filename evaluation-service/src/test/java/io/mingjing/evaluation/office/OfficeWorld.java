package io.mingjing.evaluation.office;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.evaluation.leaf.Altered;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealParts;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The small city as its office sees it: leaves with notes, colleagues, and an empty desk to begin with. */
@ApplicationScoped
public class OfficeWorld {

    static final String CGK = "GY-KJJ-CGK";
    static final String ZGK = "GY-KJJ-ZGK";
    static final String OFFICE = "city_office@GY-YSB";

    /** Tokens and sessions by person and post; they hold for a working day. */
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private static final Map<String, Map<String, String>> SESSIONS = new ConcurrentHashMap<>();

    private final MixingWorld world;
    private final SuperUser database;

    OfficeWorld(MixingWorld world, SuperUser database) {
        this.world = world;
        this.database = database;
    }

    void begin() {
        database.execute("""
                truncate paraphrase, leaf_paraphrase, city_order, city_order_counter, city_order_index, waiting_report, correction,
                    correction_line, integrity_step, idempotency""");
        world.begin();
    }

    /** A leaf of a section at a window's slot: eight raters, two notes of which one may be passed on as it is. */
    UUID leafWithNotes() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.rateWithNote(window, CGK, DAY, 7, 1, "我的小面馆来回跑了三趟才补齐租赁合同");
        world.rate(
                window, Altered.verbatim(Altered.withNote(world.rating(window, CGK, DAY, 8, "M-1", 2), "叫号屏坏了好几天没人修")));
        world.slot(DAY);
        return UUID.fromString(database.column("select id from leaf").getFirst());
    }

    /** A leaf with poor ratings and as many good ones. */
    String leaf(String owner, int poor) {
        String window = world.windowDrawn(true, DAY, owner);
        world.serve(window, owner, DAY, 1, 30, true);
        for (int n = 1; n <= 2 * poor; n++) {
            world.rate(window, owner, DAY, n, n <= poor ? 1 : 5);
        }
        return window;
    }

    /** A person with one post; two names are two people. */
    static RequestSpecification as(String person, String post) {
        String token = TOKENS.computeIfAbsent(
                person + " " + post, held -> RealParts.oidc().token("s-" + person, person, post));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static RequestSpecification office(String person) {
        return as(person, OFFICE).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** The same in a browser. */
    static RequestSpecification browser(String person, String post) {
        URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/evaluation");
        Map<String, String> session = SESSIONS.computeIfAbsent(
                person + " " + post, held -> RealParts.oidc().signIn(address, "s-" + person, person, post));
        return given().cookies(session)
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", "same-origin")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")))
                .redirects()
                .follow(false);
    }

    /** Ends the session of whoever adds to a table, as when the process is killed there. */
    void killedAt(String table, Runnable work) {
        database.execute(
                """
                create or replace function kill_me() returns trigger language plpgsql security definer as $$
                begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$""", "create trigger kill_me after insert on " + table + " for each row execute function kill_me()");
        // Where assertions are on, the driver asserts that a connection does not vanish inside a batch.
        assertThatThrownBy(work::run).isInstanceOfAny(RuntimeException.class, AssertionError.class);
        database.execute("drop function kill_me cascade");
    }

    List<String> paraphrased() {
        return world.events().stream()
                .filter(event -> event.contains("paraphrases"))
                .toList();
    }
}
