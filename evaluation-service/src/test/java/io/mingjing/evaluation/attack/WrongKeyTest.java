package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.code.application.AesGcm;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyVault;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.code.application.VisitRegister;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance.Balance;
import io.mingjing.local.RealPartsResource;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service that comes up with a wrong key file, or with none, while ratings wait: it takes nothing in, mixes nothing,
 * and sets nothing aside as broken. With the right file everything is there (anonymity.md, test 8).
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
@QuarkusTestResource(value = WrongKeyTest.KeyFileOfItsOwn.class, restrictToAnnotatedClass = true)
class WrongKeyTest {

    /** Comes after the real parts: a key file that the test may spoil. */
    public static final class KeyFileOfItsOwn implements QuarkusTestResourceLifecycleManager {

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Map<String, String> start() {
            try {
                Path file = Files.createTempFile("keys", "");
                Files.writeString(file, newKey());
                return Map.of("mingjing.keys.file", file.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {}
    }

    private static final String CGK = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;
    private final IntakeBalance balance;
    private final KeyVault vault;
    private final DayKeys days;
    private final ServiceKeys keys;
    private final VisitStore visits;
    private final VisitRegister register;
    private final String keyFile;

    WrongKeyTest(
            MixingWorld world,
            SuperUser database,
            IntakeBalance balance,
            KeyVault vault,
            DayKeys days,
            ServiceKeys keys,
            VisitStore visits,
            VisitRegister register,
            @ConfigProperty(name = "mingjing.keys.file") String keyFile) {
        this.world = world;
        this.database = database;
        this.balance = balance;
        this.vault = vault;
        this.days = days;
        this.keys = keys;
        this.visits = visits;
        this.register = register;
        this.keyFile = keyFile;
    }

    @AfterEach
    void end() {
        world.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"another key", "none", "rubbish"})
    void nothingIsLostNothingIsInClearAndNothingIsCalledBroken(String found) throws Exception {
        world.begin();
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        String code = City.codeOf(
                register.urlOf(visits.find(MixingWorld.number(window, DAY, 9)).orElseThrow()));
        List<String> boxes = database.column("select encode(box, 'hex') from intake order by h");
        String right = Files.readString(Path.of(keyFile));

        comeUpWith(
                switch (found) {
                    case "another key" -> newKey();
                    case "none" -> "";
                    default -> "no key at all!";
                });
        assertThat(vault.isOpen()).isFalse();
        int answer = given().contentType(ContentType.JSON)
                .body(City.rating(code, "M-1", 1, "nonce-while-locked-0001"))
                .post("/r")
                .statusCode();
        world.slot(DAY);

        assertThat(answer).isEqualTo(503);
        assertThat(database.column("select encode(box, 'hex') from intake order by h"))
                .isEqualTo(boxes);
        assertThat(balance.now()).isEqualTo(new Balance(6, 6, 0, 0, 0));
        for (String empty : List.of("leaf", "rating", "receipt", "note", "quarantine", "outbox_seen")) {
            assertThat(database.number("select count(*) from " + empty))
                    .as(empty)
                    .isZero();
        }

        comeUpWith(right);
        assertThat(vault.isOpen()).isTrue();
        world.slot(DAY);

        assertThat(balance.now()).isEqualTo(new Balance(6, 0, 6, 0, 0));
        assertThat(database.column("select levels::text from leaf")).containsExactly("{1,1,1,1,2}");
    }

    private static String newKey() {
        return "local " + Base64.getEncoder().encodeToString(AesGcm.newKey());
    }

    /** As after a restart: what a process keeps in memory is gone. */
    private void comeUpWith(String content) throws Exception {
        Files.writeString(Path.of(keyFile), content);
        Field open = KeyVault.class.getDeclaredField("open");
        open.setAccessible(true);
        open.set(ClientProxy.unwrap(vault), null);
        Field rings = ServiceKeys.class.getDeclaredField("rings");
        rings.setAccessible(true);
        rings.set(ClientProxy.unwrap(keys), Map.of());
        Field known = DayKeys.class.getDeclaredField("known");
        known.setAccessible(true);
        ((Map<?, ?>) known.get(ClientProxy.unwrap(days))).clear();
        keys.refresh();
    }
}
