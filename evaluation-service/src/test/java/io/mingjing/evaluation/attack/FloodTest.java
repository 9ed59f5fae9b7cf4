package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A thousand ratings that staff could give themselves, beside four genuine ones, close no leaf of visits: the n−1 attack
 * needs visits that an independent feed confirms (anonymity.md, test 4).
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class FloodTest {

    private static final String CGK = "GY-KJJ-CGK";

    /** When nothing waits for the feed any more. */
    private static final LocalDate LATER = DAY.plusDays(5);

    private static final LocalDate LAST = DAY.plusDays(6);

    private final MixingWorld world;
    private final SuperUser database;
    private final IntakeBalance balance;

    FloodTest(MixingWorld world, SuperUser database, IntakeBalance balance) {
        this.world = world;
        this.database = database;
        this.balance = balance;
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void aThousandUncountedRatingsCloseNoLeafOfVisits() {
        world.begin();
        String window = passing();
        world.serve(window, CGK, DAY, 1, 20, true);
        IntStream.rangeClosed(1, 4).forEach(n -> world.rate(window, CGK, DAY, n, n == 1 ? 1 : 5));
        flood(window);
        world.slot(DAY);
        world.slot(LATER);

        assertThat(database.number("select count(*) from leaf where stream = 'VISIT'"))
                .isZero();
        assertThat(database.column("select distinct scope from leaf"))
                .as("what staff can scan or dial is summed for a bureau at least")
                .containsExactly("BUREAU_REST");
        assertThat(database.number("select count(*) from leaf where stream = 'CONTESTED'"))
                .as("no visit of theirs is confirmed")
                .isZero();
        assertThat(balance.now().balanced()).isTrue();
        assertThat(balance.now().accepted()).isEqualTo(1_004);
        assertThat(balance.now().tested()).isEqualTo(100);

        world.rate(window, CGK, DAY, 5, 5);
        world.slot(LAST);

        assertThat(database.rows("select raters, served from leaf where stream = 'VISIT'"))
                .as("the fifth genuine rater closes it")
                .containsExactly(java.util.List.of("5", "20"));
        assertThat(balance.now().balanced()).isTrue();
    }

    /** A window at which no draw holds anything of visits or place codes. */
    private String passing() {
        String code = Stream.generate(() -> "W-" + UUID.randomUUID())
                .filter(candidate -> Stream.of(DAY, LATER, LAST).allMatch(day -> world.passes(candidate, CGK, day))
                        && world.passes(PoolKey.ofWindow(candidate, CGK, Streams.PLACE), DAY))
                .findFirst()
                .orElseThrow();
        world.window(code, CGK, true);
        return code;
    }

    private void flood(String window) {
        world.serve(window, CGK, DAY, 101, 300, false);
        IntStream.rangeClosed(101, 300).forEach(n -> world.rate(window, CGK, DAY, n, 5));
        Marks fraud = new Marks(Validity.FRAUD, Set.of(), false, false);
        for (int n = 1; n <= 100; n++) {
            tickets(window, Streams.PLACE, n, Marks.NONE);
            tickets(window, Streams.PLACE, 1_000 + n, Marks.NONE);
            tickets(window, Streams.CONTESTED, n, Marks.NONE);
            tickets(window, Streams.TELEPHONE, n, Marks.NONE);
            tickets(window, Streams.SECOND, n, Marks.NONE);
            tickets(window, Streams.VISIT, n, Marks.TEST);
            tickets(window, Streams.VISIT, 1_000 + n, fraud);
        }
        for (int n = 0; n < 100; n++) {
            world.rate(window, world.rating(window, CGK, DAY, 1 + n % 4, "M-" + (100 + n), 5));
        }
    }

    /** Sealed as the intake would: of a stream, told apart by a ticket. */
    private void tickets(String window, String stream, int ticket, Marks marks) {
        RatingRecord plain = world.rating(window, CGK, DAY, 5_000 + ticket, stream + ticket + marks.validity(), 5);
        world.rate(
                window,
                new RatingRecord(
                        plain.level(),
                        plain.reasons(),
                        plain.matter(),
                        plain.raterType(),
                        plain.pf(),
                        plain.receiptHash(),
                        ("ticket " + stream + ticket + marks.validity()).getBytes(StandardCharsets.UTF_8),
                        stream,
                        marks,
                        null,
                        plain.visitDay(),
                        plain.ownerUnit(),
                        plain.matterUnit(),
                        plain.scaleVersion()));
    }
}
