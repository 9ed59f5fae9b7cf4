package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.Visit;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.SealedRating;
import io.mingjing.evaluation.intake.persistence.IntakeStore;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A large day goes through the mixer: {@code -Dall=true}, and {@code -Dload=1000000} for a city's whole day. It is a day on
 * which sections, bureaus and the city gather what is left over, so every rating that was held is opened and kept in memory.
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
@EnabledIfSystemProperty(named = "all", matches = "true")
class MixingLoadTest {

    private static final Logger LOG = Logger.getLogger(MixingLoadTest.class);
    private static final int RATINGS = Integer.getInteger("load", 100_000);
    private static final int WINDOWS = Integer.getInteger("windows", 300);
    private static final int BUREAUS = 20;
    private static final int SECTIONS = 3;
    private static final int AT_ONCE = 2_000;

    private final MixingWorld world;
    private final SuperUser database;
    private final WorldRatings ratings;
    private final VisitStore visits;
    private final IntakeStore intake;
    private final DayKeys days;
    private final Seals seals;
    private final IntakeBalance balance;

    MixingLoadTest(
            MixingWorld world,
            SuperUser database,
            WorldRatings ratings,
            VisitStore visits,
            IntakeStore intake,
            DayKeys days,
            Seals seals,
            IntakeBalance balance) {
        this.world = world;
        this.database = database;
        this.ratings = ratings;
        this.visits = visits;
        this.intake = intake;
        this.days = days;
        this.seals = seals;
        this.balance = balance;
    }

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.begin();
        world.end();
    }

    @Test
    void aCitysDayIsMixedInTime() throws SQLException {
        LocalDate expDay = CodeLife.expDay(DAY);
        days.open(expDay);
        database.execute("select intake_open_day('%s')".formatted(expDay));
        Random chance = new Random(7);
        for (int window = 0; window < WINDOWS; window++) {
            fill("W-%04d".formatted(window), owner(window), RATINGS / WINDOWS, chance);
        }
        database.execute("vacuum analyze");
        long accepted = balance.recount().accepted();
        assertThat(accepted).isEqualTo((long) RATINGS / WINDOWS * WINDOWS);

        long began = System.nanoTime();
        Duration worked = processorTime();
        world.slot(DAY);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        worked = processorTime().minus(worked);

        IntakeBalance.Balance after = balance.now();
        LOG.infof(
                "%d ratings at %d windows: %d mixed in %d ms, %d ms of processor time, %d leaves",
                accepted,
                WINDOWS,
                after.mixed(),
                took.toMillis(),
                worked.toMillis(),
                database.number("select count(*) from leaf"));
        assertThat(after).isEqualTo(balance.recount());
        assertThat(after.balanced()).isTrue();
        assertThat(after.mixed()).isGreaterThan(accepted / 2);
        assertThat(took).isLessThan(Duration.ofMillis(TimeUnit.MINUTES.toMillis(2) * accepted / 1_000_000 + 30_000));
    }

    /** Of this process and of the database it started: what a run costs, however busy the machine is. */
    private static Duration processorTime() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private String owner(int window) {
        int section = window % (BUREAUS * SECTIONS);
        String bureau = "B-" + section % BUREAUS;
        String code = bureau + "-" + section / BUREAUS;
        if (window < BUREAUS) {
            world.unit(bureau, bureau, "BUREAU", "GY");
        }
        if (window < BUREAUS * SECTIONS) {
            world.unit(code, code, "SECTION", bureau);
        }
        return code;
    }

    /** Four of five visits rate; one visit in ten lists a second matter, which nobody rates. */
    private void fill(String window, String owner, int rated, Random chance) throws SQLException {
        world.window(window, owner, true);
        int served = rated * 5 / 4;
        List<Visit> all = IntStream.rangeClosed(1, served)
                .mapToObj(n -> new Visit(
                        MixingWorld.number(window, DAY, n),
                        window,
                        owner,
                        DAY,
                        n % 10 == 0 ? List.of("M-1", "M-2") : List.of("M-" + (1 + n % 3)),
                        RaterType.INDIVIDUAL,
                        true))
                .toList();
        int[] levels = chance.ints(rated, 0, 100)
                .map(drawn -> drawn < 4 ? 1 : drawn < 8 ? 2 : drawn < 12 ? 3 : drawn < 25 ? 4 : 5)
                .toArray();
        for (int from = 0; from < served; from += AT_ONCE) {
            visits.add(all.subList(from, Math.min(served, from + AT_ONCE)));
        }
        List<SealedRating> rows = IntStream.range(0, rated)
                .parallel()
                .mapToObj(n -> row(window, owner, all.get(n), levels[n]))
                .toList();
        for (int from = 0; from < rated; from += AT_ONCE) {
            intake.store(rows.subList(from, Math.min(rated, from + AT_ONCE)));
        }
    }

    private SealedRating row(String window, String owner, Visit visit, int level) {
        RatingRecord plain =
                ratings.ofVisit(visit.number(), owner, DAY, visit.matters().getFirst(), level);
        RatingRecord rating = level < 3 && plain.hashCode() % 4 == 0 ? Altered.withNote(plain, "等了很久，没有人理") : plain;
        LocalDate expDay = CodeLife.expDay(DAY);
        byte[] h = ratings.rowKey(rating);
        return new SealedRating(expDay, h, window, seals.seal(expDay, h, rating));
    }
}
