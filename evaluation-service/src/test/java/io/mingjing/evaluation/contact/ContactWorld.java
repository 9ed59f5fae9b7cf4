package io.mingjing.evaluation.contact;

import static io.restassured.RestAssured.given;

import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.contact.application.MorningHandOver;
import io.mingjing.evaluation.contact.application.OfficeKeys;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.kernel.time.BusinessClock;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

/** A city whose raters leave contacts and chips with their receipts; mornings come when a test says so. */
@ApplicationScoped
public class ContactWorld {

    public static final LocalDate DAY = MixingWorld.DAY;

    /** The working morning after {@link #DAY}, a Friday. */
    public static final LocalDate MORNING = DAY.plusDays(1);

    public static final String UNIT = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;
    private final TestClock clock;
    private final OfficeKeys keys;
    private final MorningHandOver handOver;

    ContactWorld(MixingWorld world, SuperUser database, TestClock clock, OfficeKeys keys, MorningHandOver handOver) {
        this.world = world;
        this.database = database;
        this.clock = clock;
        this.keys = keys;
        this.handOver = handOver;
    }

    /** An empty city at noon of {@link #DAY}. */
    public void begin() {
        world.begin();
        database.execute(
                "truncate contact_wait, chip_wait, contact_box, contact_case, contact_call, contact_morning, second_offer, idempotency");
        keys.refresh();
    }

    /** It is this time of a day, and the hand-over looks. */
    public void look(LocalDate day, String time) {
        at(day, time);
        handOver.look();
    }

    /** One of the service's processes looks. */
    public void look() {
        handOver.look();
    }

    public void at(LocalDate day, String time) {
        clock.set(day.atTime(LocalTime.parse(time)).atZone(BusinessClock.ZONE).toInstant());
    }

    /** Leaves a contact, as a program does. */
    public static Response leave(String receipt, String phone, String address) {
        return leave(receipt, phone, address, true);
    }

    public static Response leave(String receipt, String phone, String address, Object consent) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("receipt", receipt);
        sent.put("phone", phone);
        sent.put("address", address);
        sent.put("consent", consent);
        return given().contentType(ContentType.JSON).body(sent).post("/r/receipt/contact");
    }

    public static Response tell(String receipt) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post("/r/receipt/coercion");
    }
}
