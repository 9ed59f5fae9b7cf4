package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no window could close alone goes up the owner's tree (其余窗口). */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class LeftOverTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final String ZGK = "GY-KJJ-ZGK";

    private final MixingWorld world;
    private final SuperUser database;

    LeftOverTest(MixingWorld world, SuperUser database) {
        this.world = world;
        this.database = database;
    }

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void theRestOfASectionGathersOnTheTenthWorkingDayAndLeavesBureauAndCityForTheTwentieth() {
        LocalDate tenth = gathering("sections");
        String one = world.windowDrawn(true, tenth, CGK);
        String two = world.windowDrawn(true, tenth, CGK);
        String other = world.windowDrawn(true, tenth, ZGK);
        world.beginAt(tenth);
        for (String window : List.of(one, two)) {
            world.serve(window, CGK, tenth, 1, 6, true);
            for (int n = 1; n <= 3; n++) {
                world.rate(window, CGK, tenth, n, n == 1 ? 1 : 5);
            }
        }
        world.serve(other, ZGK, tenth, 1, 2, true);
        world.rate(other, ZGK, tenth, 1, 2);

        // The section's own draw holds in one slot of four: then it is the next tenth day's turn.
        for (LocalDate day = tenth; leaves() == 0; day = day.plusDays(14)) {
            world.slot(day);
        }

        assertThat(database.rows("select scope, place, place_name, owner_unit, served, raters, poor from leaf"))
                .containsExactly(Arrays.asList("SECTION_REST", null, "成果科其余窗口", CGK, "12", "6", "2"));
        assertThat(database.column("select distinct place from intake where box is not null"))
                .containsExactly(other);
        assertThat(database.number("select count(*) from rating where place is not null or matter is null"))
                .isZero();
    }

    @Test
    void whatTwoBureausLeftOverGathersForTheCityAndStaysInside() {
        world.unit("GY-WSJ", "另一个局（演示）", "BUREAU", "GY");
        LocalDate twentieth = gathering("bureaus");
        String one = world.windowDrawn(true, twentieth, CGK);
        String other = world.windowDrawn(true, twentieth, "GY-WSJ");
        world.beginAt(twentieth);
        world.serve(one, CGK, twentieth, 1, 12, true);
        world.serve(other, "GY-WSJ", twentieth, 1, 12, true);
        for (int n = 1; n <= 4; n++) {
            world.rate(one, CGK, twentieth, n, n == 1 ? 1 : 5);
            world.rate(other, "GY-WSJ", twentieth, n, 5);
        }

        for (LocalDate day = twentieth; leaves() == 0; day = day.plusDays(28)) {
            world.slot(day);
        }

        assertThat(database.rows("select scope, owner_unit, number, served, raters, poor from leaf"))
                .containsExactly(List.of("CITY", "GY", "市叶-GY-2026-0001", "24", "8", "1"));
        assertThat(world.events()).isEmpty();
    }

    /** No feed confirms them any more, so they would be read at every slot for ever. */
    @Test
    void unconfirmedVisitsOfWindowsWithAFeedAreReadNoLongerOnceTheirCodesAreOld() {
        String fed = world.windowDrawn(true, DAY, CGK);
        world.window("W-UNFED", CGK, false);
        world.serve(fed, CGK, DAY, 1, 3, false);
        world.serve(fed, CGK, DAY, 4, 5, true);
        world.serve("W-UNFED", CGK, DAY, 1, 2, false);

        world.slot(DAY.plusDays(6));
        assertThat(database.number("select count(*) from visit where not counted"))
                .isEqualTo(7);
        world.slot(DAY.plusDays(7));

        assertThat(database.rows("select window_code, confirmed, count(*) from visit where not counted"
                        + " group by window_code, confirmed order by confirmed desc"))
                .containsExactly(List.of(fed, "t", "2"), List.of("W-UNFED", "f", "2"));
    }

    private long leaves() {
        return database.number("select count(*) from leaf");
    }

    /** A day on which sections gather but not bureaus, or on which bureaus gather; by the provisional calendar. */
    private static LocalDate gathering(String who) {
        WorkingCalendar calendar = WorkingCalendar.of(List.of());
        int every = who.equals("bureaus") ? 20 : 10;
        LocalDate epoch = LocalDate.of(2020, 12, 31);
        return DAY.datesUntil(DAY.plusDays(60))
                .filter(calendar::isWorkingDay)
                .filter(day -> calendar.workingDaysBetween(epoch, day) % every == 0)
                .filter(day -> every == 20 || calendar.workingDaysBetween(epoch, day) % 20 != 0)
                .findFirst()
                .orElseThrow();
    }
}
