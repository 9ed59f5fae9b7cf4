package io.mingjing.evaluation.place.api;

import static io.mingjing.evaluation.City.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.place.application.CardPhotos;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.domain.StaffTurn;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who staffs a window and who sends them, through the API. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class StaffResourceTest {

    private final City city;
    private final TestClock clock;
    private final Places places;
    private final CardPhotos photos;

    StaffResourceTest(City city, TestClock clock, Places places, CardPhotos photos) {
        this.city = city;
        this.clock = clock;
        this.places = places;
        this.photos = photos;
    }

    @BeforeEach
    void aCity() {
        city.found();
        staff("operations@GY", "S1", "GY-KJJ-CGK", Map.of()).statusCode(200);
        staff("operations@GY", "S2", "GY-KJJ-ZGK", Map.of()).statusCode(200);
    }

    @Test
    void theWindowRotates() {
        LocalDate today = clock.today();
        window("SW-1", true);
        turn("operations@GY", "SW-1", "S1", today.minusDays(9)).statusCode(200);
        turn("operations@GY", "SW-1", "S1", today.minusDays(9)).statusCode(200).body("$", hasSize(1));
        turn("operations@GY", "SW-1", "S2", today.plusDays(2)).statusCode(200).body("$", hasSize(2));

        assertThat(card("SW-1", today.minusDays(10))).isNull();
        assertThat(card("SW-1", today.minusDays(9))).isEqualTo("S1");
        assertThat(card("SW-1", today.plusDays(1))).isEqualTo("S1");
        assertThat(card("SW-1", today.plusDays(2))).isEqualTo("S2");
        turn("operations@GY", "SW-1", null, today)
                .statusCode(200)
                .body("fromDay", contains(today.minusDays(9).toString(), today.toString()));
        assertThat(card("SW-1", today.minusDays(1))).isEqualTo("S1");
        assertThat(card("SW-1", today.plusDays(2))).isNull();
        turn("operations@GY", "SW-1", "S2", today.minusDays(1))
                .statusCode(422)
                .body("violations.field", hasItem("from"));
    }

    @Test
    void theSendingUnitIsThatOfTheDay() {
        LocalDate today = clock.today();
        window("SW-2", false);
        staff("operations@GY", "S3", "GY-KJJ-CGK", Map.of()).statusCode(200);
        turn("operations@GY", "SW-2", "S3", today).statusCode(200);
        staff("operations@GY", "S3", "GY-KJJ-ZGK", Map.of("sendingFrom", today.toString()))
                .statusCode(422)
                .body("violations.field", hasItem("sendingFrom"));
        staff("operations@GY", "S3", "GY-KJJ-ZGK", Map.of()).statusCode(200).body("sendingUnits", hasSize(2));

        Catalogue.Window window = places.catalogue().window("SW-2").orElseThrow();
        assertThat(window.cardOn(today)).as("the bureau does not wish it").isEmpty();
        StaffTurn turn = window.staffOn(today).orElseThrow();
        assertThat(turn.sendingUnitOn(today)).contains("GY-KJJ-CGK");
        assertThat(turn.sendingUnitOn(today.plusDays(1))).contains("GY-KJJ-ZGK");
    }

    @Test
    void aWindowThatShouldShowACardAndHasNobodyIsListed() {
        window("SW-3", true);
        as("operations@GY").get("/api/v1/place-findings?limit=200").then().body("items.code", hasItem("SW-3"));

        turn("unit_admin@GY-KJJ-CGK", "SW-3", "S2", clock.today()).statusCode(200);

        as("operations@GY").get("/api/v1/place-findings?limit=200").then().body("items.code", not(hasItem("SW-3")));
    }

    @Test
    void thePhotoStandsInsideThePage() throws IOException {
        window("SW-4", true);
        turn("operations@GY", "SW-4", "S1", clock.today()).statusCode(200);
        assertThat(photo("operations@GY", "S1", picture())).isEqualTo(204);

        StaffTurn card = places.catalogue().cardOn("SW-4", clock.today()).orElseThrow();
        assertThat(photos.dataUri(card))
                .get()
                .asString()
                .startsWith("data:image/jpeg;base64,")
                .hasSizeLessThan(8_400);
        assertThat(photo("operations@GY", "S1", "no picture".getBytes())).isEqualTo(422);
        assertThat(photo("operations@GY", "S404", picture())).isEqualTo(404);
        assertThat(photo("unit_admin@GY-KJJ-ZGK", "S1", picture())).isEqualTo(403);
        as("operations@GY").get("/api/v1/window-staff/S1").then().body("photo", equalTo(true));

        as("operations@GY").delete("/api/v1/window-staff/S1/photo").then().statusCode(204);

        assertThat(photos.dataUri(
                        places.catalogue().cardOn("SW-4", clock.today()).orElseThrow()))
                .isEmpty();
    }

    @Test
    void foreignUnitsAndWrongShapesAreRefused() {
        staff("unit_admin@GY-KJJ-ZGK", "S4", "GY-KJJ-CGK", Map.of()).statusCode(403);
        staff("unit_admin@GY-KJJ-ZGK", "S1", "GY-KJJ-ZGK", Map.of()).statusCode(403);
        staff("clerk@GY-KJJ-CGK", "S4", "GY-KJJ-CGK", Map.of()).statusCode(403);
        staff("operations@GY", "S4", "NOWHERE", Map.of()).statusCode(422);
        staff("operations@GY", "S4", "GY-KJJ-CGK", Map.of("name", "")).statusCode(400);
        turn("unit_admin@GY-KJJ-ZGK", "W1", "S2", clock.today()).statusCode(403);
        turn("operations@GY", "W1", "S404", clock.today()).statusCode(422).body("violations.field", hasItem("staff"));
        turn("operations@GY", "W404", "S1", clock.today()).statusCode(404);
    }

    private String card(String window, LocalDate day) {
        return places.catalogue().cardOn(window, day).map(StaffTurn::staff).orElse(null);
    }

    private static void window(String code, boolean showsCard) {
        as("operations@GY")
                .body(Map.of(
                        "name",
                        "窗口 " + code,
                        "hall",
                        "H1",
                        "ownerUnit",
                        "GY-KJJ-CGK",
                        "feed",
                        false,
                        "showsCard",
                        showsCard))
                .put("/api/v1/windows/" + code)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse turn(String post, String window, String staff, LocalDate from) {
        Map<String, Object> body = new HashMap<>();
        body.put("staff", staff);
        body.put("from", from.toString());
        return as(post).body(body).put("/api/v1/windows/" + window + "/staff").then();
    }

    private static ValidatableResponse staff(String post, String code, String unit, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "某某（演示）", "duty", "受理", "sendingUnit", unit));
        body.putAll(more);
        return as(post).body(body).put("/api/v1/window-staff/" + code).then();
    }

    private static int photo(String post, String code, byte[] file) {
        return as(post).contentType("image/png")
                .body(file)
                .put("/api/v1/window-staff/" + code + "/photo")
                .statusCode();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
