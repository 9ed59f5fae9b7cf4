package io.mingjing.evaluation.contact;

import static io.mingjing.evaluation.contact.ContactWorld.DAY;
import static io.mingjing.evaluation.contact.ContactWorld.MORNING;
import static io.mingjing.evaluation.contact.ContactWorld.UNIT;
import static io.mingjing.evaluation.contact.ContactWorld.tell;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.leaf.application.PrivateMatters;
import io.mingjing.evaluation.leaf.domain.PrivateMatter;
import io.mingjing.evaluation.leaf.domain.PrivateMatter.Kind;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 被要求打满意, told with a receipt: once, to the city office alone, in no count. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class CoercionChipTest {

    private final ContactWorld contacts;
    private final MixingWorld world;
    private final SuperUser database;
    private final PrivateMatters matters;

    CoercionChipTest(ContactWorld contacts, MixingWorld world, SuperUser database, PrivateMatters matters) {
        this.contacts = contacts;
        this.world = world;
        this.database = database;
        this.matters = matters;
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
    void itArrivesOnceWithTheMorningAndChangesNoCount() {
        String window = world.windowDrawn(true, DAY, UNIT);
        world.sixOfTwelve(window, UNIT, DAY);
        String pending = world.receipt(window, DAY, 1, "M-1");
        tell(pending).then().statusCode(200);
        tell(pending).then().statusCode(200);
        world.slot(DAY);
        List<List<String>> leaf = database.rows("select ratings, poor, levels, reasons from leaf");
        tell(world.receipt(window, DAY, 2, "M-1")).then().statusCode(200);

        contacts.look(MORNING, "09:00");
        tell(pending).then().statusCode(200);
        contacts.look(MORNING.plusDays(3), "09:00");

        assertThat(matters.page(Kind.COERCION, null, 10))
                .extracting(PrivateMatters.Told::matter)
                .containsExactlyInAnyOrder(
                        new PrivateMatter(Kind.COERCION, window, UNIT, UNIT, DAY, 5, List.of(), null),
                        new PrivateMatter(Kind.COERCION, window, UNIT, UNIT, DAY, 1, List.of(), null));
        assertThat(database.rows("select ratings, poor, levels, reasons from leaf"))
                .isEqualTo(leaf);
        assertThat(database.number("select count(*) from contact_case where state <> 'OPEN'"))
                .isZero();
    }

    @Test
    void whoToldItWithTheRatingNeedNotTellItAgain() {
        String window = world.windowDrawn(false, DAY, UNIT);
        world.serve(window, UNIT, DAY, 1, 2, true);
        world.rate(
                window,
                world.rating(window, UNIT, DAY, 1, "M-1", 5)
                        .withMarks(new Marks(Validity.VALID, Set.of(), true, false)));
        world.rate(window, UNIT, DAY, 2, 5);

        assertThat(IntStream.rangeClosed(1, 2)
                        .mapToObj(
                                n -> tell(world.receipt(window, DAY, n, "M-1")).asString())
                        .distinct())
                .as("answered alike")
                .hasSize(1);
        assertThat(database.number("select count(*) from chip_wait")).isEqualTo(1);
    }

    @Test
    void anUnknownReceiptTellsNothing() {
        tell("0000000000000").then().statusCode(404);
        tell("").then().statusCode(404);

        assertThat(database.number("select count(*) from chip_wait")).isZero();
    }
}
