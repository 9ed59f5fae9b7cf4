package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In which order ratings came, how long they lay and which of them were poor changes no slot (anonymity.md, test 5). */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ArrivalTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final List<LocalDate> SLOTS = List.of(DAY, DAY.plusDays(1), DAY.plusDays(4));

    /** The first is the visitor's number at the window, the second what he gave. */
    private static final int[] LEVELS = {5, 1, 4, 2, 5, 3};

    private final MixingWorld world;
    private final SuperUser database;

    ArrivalTest(MixingWorld world, SuperUser database) {
        this.world = world;
        this.database = database;
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void allInAnyOrderBeforeTheFirstSlotCloseAtIt() {
        String window = passing();
        List<List<String>> worlds = new ArrayList<>();
        Random chance = new Random(3);
        for (int world = 0; world < 4; world++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, LEVELS.length).boxed().toList());
            Collections.shuffle(order, chance);
            worlds.add(live(window, List.of(order, List.of(), List.of())));
        }

        assertThat(worlds.getFirst()).singleElement().asString().startsWith(DAY.toString());
        assertThat(worlds).containsOnly(worlds.getFirst());
    }

    @Test
    void howLongTheyLayAndWhetherThePoorOnesCameFirstIsAllTheSame() {
        String window = passing();

        List<List<String>> worlds = Stream.of(
                        List.of(List.<Integer>of(), List.<Integer>of(), List.of(0, 1, 2, 3, 4, 5)),
                        List.of(List.of(1, 3), List.<Integer>of(), List.of(0, 2, 4, 5)),
                        List.of(List.of(0, 2, 4, 5), List.<Integer>of(), List.of(3, 1)),
                        List.of(List.of(0, 1), List.of(2, 3), List.of(5, 4)),
                        List.of(List.<Integer>of(), List.of(5, 4, 1, 0), List.of(2, 3)))
                .map(plan -> live(window, plan))
                .toList();

        assertThat(worlds.getFirst())
                .singleElement()
                .asString()
                .startsWith(DAY.plusDays(4).toString());
        assertThat(worlds).containsOnly(worlds.getFirst());
    }

    /** What closed, and when. The same visits were served on the same days in every world. */
    private List<String> live(String window, List<List<Integer>> arrivals) {
        world.begin();
        world.window(window, CGK, true);
        world.serve(window, CGK, DAY, 1, 12, true);
        for (int slot = 0; slot < SLOTS.size(); slot++) {
            arrivals.get(slot).forEach(visitor -> world.rate(window, CGK, DAY, visitor + 1, LEVELS[visitor]));
            world.slot(SLOTS.get(slot));
        }
        return database.column("select slot || ' ' || served || ' ' || raters || ' ' || levels::text from leaf");
    }

    private String passing() {
        return Stream.generate(() -> "W-ARRIVAL-" + UUID.randomUUID())
                .filter(candidate -> SLOTS.stream().allMatch(day -> world.passes(candidate, CGK, day)))
                .findFirst()
                .orElseThrow();
    }
}
