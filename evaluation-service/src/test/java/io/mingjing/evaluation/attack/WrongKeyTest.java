package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.code.application.KeyVault;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.code.application.VisitRegister;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.evaluation.leaf.KeyFileOfItsOwn;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.Restart;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance.Balance;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service that comes up with a wrong key file, or with none, while ratings wait: it takes nothing in, mixes nothing,
 * and sets nothing aside as broken. With the right file everything is there (anonymity.md, test 8).
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
@QuarkusTestResource(value = KeyFileOfItsOwn.class, restrictToAnnotatedClass = true)
class WrongKeyTest {

    private static final String CGK = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;
    private final IntakeBalance balance;
    private final KeyVault vault;
    private final ServiceKeys keys;
    private final VisitStore visits;
    private final VisitRegister register;
    private final Restart restart;

    WrongKeyTest(
            MixingWorld world,
            SuperUser database,
            IntakeBalance balance,
            KeyVault vault,
            ServiceKeys keys,
            VisitStore visits,
            VisitRegister register,
            Restart restart) {
        this.world = world;
        this.database = database;
        this.balance = balance;
        this.vault = vault;
        this.keys = keys;
        this.visits = visits;
        this.register = register;
        this.restart = restart;
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
        String right = restart.keyFile();

        comeUpWith(
                switch (found) {
                    case "another key" -> KeyFileOfItsOwn.newKey();
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

    private void comeUpWith(String content) throws Exception {
        restart.with(content);
        keys.refresh();
    }
}
