package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.leaf.application.SlotClosed;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who does its work after a slot is told of each once, and what failed is made up for at the next. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class SlotFollowersTest {

    private static final LocalDate FRIDAY = DAY.plusDays(1);
    private static final LocalDate MONDAY = DAY.plusDays(4);

    private final MixingWorld world;
    private final Followers.Unsteady unsteady;
    private final Followers.Steady steady;
    private final MeterRegistry metrics;

    SlotFollowersTest(MixingWorld world, Followers.Unsteady unsteady, Followers.Steady steady, MeterRegistry metrics) {
        this.world = world;
        this.unsteady = unsteady;
        this.steady = steady;
        this.metrics = metrics;
    }

    @BeforeEach
    void begin() {
        unsteady.fail(false);
        world.begin();
        unsteady.heard().clear();
        steady.heard().clear();
    }

    @AfterEach
    void end() {
        unsteady.fail(false);
        world.end();
    }

    @Test
    void eachSlotIsToldOnceWithWhetherItBeginsAWeekOrAMonth() {
        for (LocalDate day : new LocalDate[] {DAY, DAY, FRIDAY, MONDAY, LocalDate.of(2026, 4, 1)}) {
            world.slot(day);
        }

        assertThat(steady.heard())
                .extracting(SlotClosed::day, SlotClosed::firstOfWeek, SlotClosed::firstOfMonth)
                .containsExactly(
                        tuple(DAY, true, true),
                        tuple(FRIDAY, false, false),
                        tuple(MONDAY, true, false),
                        tuple(LocalDate.of(2026, 4, 1), true, true));
    }

    @Test
    void oneThatFailsStopsNobodyAndHearsAtTheNextSlotWhatItMissed() {
        world.slot(DAY);
        unsteady.heard().clear();
        steady.heard().clear();
        double failed = metrics.counter("mingjing_slot_followers_failed").count();
        unsteady.fail(true);

        world.slot(MONDAY);

        assertThat(steady.heard()).extracting(SlotClosed::day).containsExactly(MONDAY);
        assertThat(metrics.counter("mingjing_slot_followers_failed").count()).isEqualTo(failed + 1);

        unsteady.fail(false);
        world.slot(MONDAY);
        assertThat(unsteady.heard()).as("between two slots").isEmpty();

        world.slot(MONDAY.plusDays(1));
        assertThat(unsteady.heard())
                .singleElement(InstanceOfAssertFactories.type(SlotClosed.class))
                .satisfies(slot -> {
                    assertThat(slot.day()).isEqualTo(MONDAY.plusDays(1));
                    assertThat(slot.firstOfWeek())
                            .as("the week it did not hear of")
                            .isTrue();
                });
        assertThat(steady.heard())
                .hasSize(2)
                .last()
                .extracting(SlotClosed::firstOfWeek)
                .isEqualTo(false);
    }
}
