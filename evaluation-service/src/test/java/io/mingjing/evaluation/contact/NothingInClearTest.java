package io.mingjing.evaluation.contact;

import static io.mingjing.evaluation.contact.ContactWorld.DAY;
import static io.mingjing.evaluation.contact.ContactWorld.MORNING;
import static io.mingjing.evaluation.contact.ContactWorld.UNIT;
import static io.mingjing.evaluation.contact.ContactWorld.leave;
import static io.mingjing.evaluation.contact.ContactWorld.tell;
import static io.mingjing.evaluation.contact.OfficeDesk.office;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that a rater leaves lies anywhere in clear: not in a row, a log, an event, the trail or a metric. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class NothingInClearTest {

    private static final String PHONE = "13917760042";
    private static final String ADDRESS = "欧阳老板";
    private static final String WORDS = "说是王记餐馆的证照";

    private final ContactWorld contacts;
    private final MixingWorld world;
    private final SuperUser database;

    NothingInClearTest(ContactWorld contacts, MixingWorld world, SuperUser database) {
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
    void noCopyIsLeftFromTheReceiptToTheCall() throws IOException {
        String window = world.windowDrawn(true, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY);
        String receipt = world.receipt(window, DAY, 2, "M-1");
        List<String> said = new CopyOnWriteArrayList<>();
        Handler listening = listening(said);
        Logger.getLogger("").addHandler(listening);
        Logger.getLogger("io.mingjing").setLevel(Level.ALL);
        try {
            leave(receipt, PHONE, ADDRESS).then().statusCode(200);
            leave(receipt, PHONE + "9", ADDRESS).then().statusCode(422);
            tell(receipt).then().statusCode(200);
            world.slot(DAY);
            contacts.look(MORNING, "09:00");
            for (String id : OfficeDesk.ids()) {
                OfficeDesk.open(id);
                office().header("Idempotency-Key", "call-" + id)
                        .body(Map.of("outcome", "NOT_REACHED", "words", WORDS))
                        .post("/api/v1/contacts/" + id + "/calls")
                        .then()
                        .statusCode(201);
            }
            Logger.getLogger("io.mingjing.test").info("listening");
        } finally {
            Logger.getLogger("").removeHandler(listening);
            Logger.getLogger("io.mingjing").setLevel(null);
        }

        assertThat(OfficeDesk.letters()).singleElement().satisfies(lines -> assertThat(lines)
                .contains(PHONE, ADDRESS));
        List<String> secrets = List.of(PHONE, ADDRESS, WORDS, receipt);
        assertThat(secrets).noneMatch(this::isInTheDatabase);
        assertThat(isInTheDatabase("NOT_REACHED"))
                .as("the search finds what is there")
                .isTrue();
        assertThat(said).anyMatch(line -> line.contains("listening"));
        assertThat(said).noneMatch(line -> secrets.stream().anyMatch(line::contains));
        assertThat(world.events()).noneMatch(event -> secrets.stream().anyMatch(event::contains));
        String operations = RealParts.oidc().token("ops", "系统运维（演示）", "operations@GY");
        assertThat(given().auth().oauth2(operations).get("/q/metrics").asString())
                .contains("mingjing_contact_canary_missed_days")
                .doesNotContain(window, UNIT, PHONE);
        Path logs = RealParts.postgres().data().resolveSibling("logs");
        try (Stream<Path> files = Files.walk(logs)) {
            assertThat(files.filter(Files::isRegularFile).toList()).isNotEmpty().noneSatisfy(log -> assertThat(
                            new String(Files.readAllBytes(log), StandardCharsets.UTF_8))
                    .containsAnyOf(PHONE, ADDRESS, WORDS, receipt));
        }
    }

    /** Looks into every row of every table, as a dump shows them. */
    private boolean isInTheDatabase(String secret) {
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        return database
                .column(
                        "select oid::regclass::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .stream()
                .anyMatch(table -> database.number("select count(*) from " + table + " t where position('" + secret
                                + "' in t::text) > 0 or position('" + hex + "' in t::text) > 0")
                        > 0);
    }

    private static Handler listening(List<String> said) {
        return new Handler() {
            @Override
            public void publish(LogRecord log) {
                StringWriter words = new StringWriter();
                words.append(String.valueOf(log.getMessage())).append(Arrays.toString(log.getParameters()));
                if (log.getThrown() != null) {
                    log.getThrown().printStackTrace(new PrintWriter(words, true));
                }
                said.add(words.toString());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
