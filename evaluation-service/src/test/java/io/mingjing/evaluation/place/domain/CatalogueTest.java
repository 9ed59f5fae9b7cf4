package io.mingjing.evaluation.place.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.place.domain.Catalogue.Attribution;
import io.mingjing.evaluation.place.domain.Catalogue.Item;
import io.mingjing.evaluation.place.domain.Catalogue.Point;
import io.mingjing.evaluation.place.domain.Catalogue.Window;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a visit is attributed to: place, matter and staff as they stood on its day. */
class CatalogueTest {

    private static final Owner FIRST = new Owner(Owners.EVER_SINCE, "A");

    private final Window window = new Window(
            "W",
            7,
            "综合窗口",
            "H",
            "大厅",
            true,
            List.of(FIRST, new Owner(day(10), "B")),
            true,
            List.of(turn(5, "S1", "甲局"), turn(12, "S2", "乙局"), StaffTurn.vacant(day(20))));
    private final Point board = new Point("P", 8, SpotKind.NOTICE_BOARD, "公示栏", null, null, List.of(FIRST));
    private final Catalogue catalogue = new Catalogue(
            List.of(window),
            List.of(board),
            List.of(
                    new Item("M", 1, "无归属"),
                    new Item("N", 2, "后来有归属", List.of(new Owner(day(15), "C"))),
                    new Item("O", 3, "移交", List.of(new Owner(Owners.EVER_SINCE, "C"), new Owner(day(15), "D")))));

    @ParameterizedTest
    @CsvSource({
        "W, M, 1, A, A, false",
        "W, M, 9, A, A, false",
        "W, M, 10, B, B, false",
        "W, N, 14, B, B, false",
        "W, N, 15, B, C, true",
        "W, O, 1, A, C, true",
        "W, O, 14, B, C, true",
        "W, O, 15, B, D, true",
        "P, O, 15, A, D, true",
    })
    void bothUnitsAreThoseOfTheDay(
            String place, String matter, int day, String placeUnit, String matterUnit, boolean shared) {
        Attribution attribution = catalogue.attribution(place, matter, day(day)).orElseThrow();

        assertThat(attribution).isEqualTo(new Attribution(placeUnit, matterUnit));
        assertThat(attribution.shared()).isEqualTo(shared);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"4, -, -", "5, S1, 甲局", "11, S1, 甲局", "12, S2, 乙局", "19, S2, 乙局", "20, -, -"},
            nullValues = "-")
    void theCardIsOfWhoeverHeldTheWindow(int day, String staff, String sendingUnit) {
        var card = catalogue.cardOn("W", day(day));

        assertThat(card.map(StaffTurn::staff).orElse(null)).isEqualTo(staff);
        assertThat(card.flatMap(turn -> turn.sendingUnitOn(day(day))).orElse(null))
                .isEqualTo(sendingUnit);
    }

    @Test
    void aWindowWhoseBureauDoesNotWishItShowsNoCardButKnowsItsStaff() {
        Window silent = new Window(
                window.code(),
                window.number(),
                window.name(),
                window.hallCode(),
                window.hall(),
                true,
                window.owners(),
                false,
                window.turns());

        assertThat(silent.cardOn(day(6))).isEmpty();
        assertThat(silent.staffOn(day(6))).map(StaffTurn::staff).contains("S1");
    }

    @Test
    void windowsAndPointsAreFoundAlike() {
        assertThat(catalogue.spot("W")).contains(window);
        assertThat(catalogue.spot(8)).contains(board);
        assertThat(catalogue.spots()).hasSize(2);
        assertThat(catalogue.window("P")).isEmpty();
        assertThat(catalogue.window(8)).isEmpty();
        assertThat(catalogue.point("P")).contains(board);
        assertThat(catalogue.point("W")).isEmpty();
        assertThat(catalogue.attribution("W", "?", day(1))).isEmpty();
        assertThat(catalogue.attribution("?", "M", day(1))).isEmpty();
    }

    private static StaffTurn turn(int day, String staff, String sendingUnit) {
        return new StaffTurn(day(day), staff, "某某（演示）", "受理", null, List.of(new Owner(Owners.EVER_SINCE, sendingUnit)));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
